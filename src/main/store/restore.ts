import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { faultsOf, listBackups } from './backup.ts';
import { connect } from './connection.ts';
import { acquireCoreLock } from './core-lock.ts';
import { noteRestore } from './safety/after-restore.ts';

export type Restored = {
  readonly backup: string;
  /** Where the broken file was put, with its write-ahead log beside it under the same name and `-wal`. */
  readonly kept: string;
  /**
   * Events after the backup that the broken file still shows, undefined when it cannot be read: those this device
   * wrote come back at the next opening, see `finishRestore`.
   */
  readonly lostEvents: number | undefined;
};

type Restoring = {
  readonly file: string;
  readonly key: Buffer;
  /** Tells this damage from another in the kept file's name, for example the time. */
  readonly name: string;
};

/**
 * Puts the newest sound backup in the place of a damaged database. The broken file is moved aside, never removed.
 * Events the city accepted after the backup come back with the next pull.
 * @returns `backup/failed` when no backup is sound, and then nothing was moved; `store/locked-by-other`
 */
export function restoreNewest(options: Restoring & { readonly backupsDir: string }): Result<Restored> {
  const { file, key, backupsDir } = options;
  return underLock(file, () => {
    const backup = listBackups(backupsDir).find((each) => faultsOf(each, key).length === 0);
    if (backup === undefined) {
      return refuse('Không có bản sao lưu nào dùng được. Hãy giữ nguyên tệp và liên hệ cán bộ CNTT.');
    }
    return ok(putInPlace(options, backup));
  });
}

/** The same with one backup that a person chose; it is read through before anything moves. */
export function restoreFile(options: Restoring & { readonly backup: string }): Result<Restored> {
  const { file, key, backup } = options;
  return underLock(file, () => {
    const [fault] = existsSync(backup) ? faultsOf(backup, key) : ['không có tệp này'];
    if (fault !== undefined) return refuse(`Không dùng được bản sao lưu ${backup}: ${fault}.`);
    return ok(putInPlace(options, backup));
  });
}

function underLock(file: string, restore: () => Result<Restored>): Result<Restored> {
  const lock = acquireCoreLock(file);
  if (!lock.ok) return lock;
  try {
    return restore();
  } finally {
    lock.value.release();
  }
}

function putInPlace({ file, key, name }: Restoring, backup: string): Restored {
  const lostEvents = eventsAfter(file, backup, key);
  const kept = `${file}.damaged-${name}`;
  // Copied under another name first: a restore cut short never looks like a database.
  rmSync(`${file}.restoring`, { force: true });
  copyFileSync(backup, `${file}.restoring`);
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix);
  }
  noteRestore(file, { kept, at: name });
  renameSync(`${file}.restoring`, file);
  return { backup, kept, lostEvents };
}

function refuse(message: string): Result<never> {
  return err([problem('backup/failed', 'error', message)]);
}

function eventsAfter(file: string, backup: string, key: Buffer): number | undefined {
  try {
    return lastEvent(file, key) - lastEvent(backup, key);
  } catch {
    return undefined;
  }
}

function lastEvent(file: string, key: Buffer): number {
  const { sqlite } = connect(file, key, { readonly: true });
  try {
    return Number(sqlite.prepare('SELECT coalesce(max(local_seq), 0) FROM events').pluck().get());
  } finally {
    sqlite.close();
  }
}
