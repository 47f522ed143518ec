import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { faultsOf, listBackups } from './backup.ts';
import { connect } from './connection.ts';
import { acquireCoreLock } from './core-lock.ts';

export type Restored = {
  readonly backup: string;
  /** Where the broken file was put, with its write-ahead log beside it under the same name and `-wal`. */
  readonly kept: string;
  /** Events written here after the backup that the broken file still shows; undefined when it cannot be read. */
  readonly lostEvents: number | undefined;
};

/**
 * Puts the newest sound backup in the place of a damaged database. The broken file is moved aside, never removed.
 * Events the city accepted after the backup come back with the next pull.
 * @param options.name tells this damage from another in the kept file's name, for example the time
 * @returns `backup/failed` when no backup is sound, and then nothing was moved; `store/locked-by-other`
 */
export function restoreNewest(options: {
  readonly file: string;
  readonly key: Buffer;
  readonly backupsDir: string;
  readonly name: string;
}): Result<Restored> {
  const { file, key, backupsDir } = options;
  const lock = acquireCoreLock(file);
  if (!lock.ok) return lock;
  try {
    const backup = listBackups(backupsDir).find((each) => faultsOf(each, key).length === 0);
    if (backup === undefined) {
      const message = 'Không có bản sao lưu nào dùng được. Hãy giữ nguyên tệp và liên hệ cán bộ CNTT.';
      return err([problem('backup/failed', 'error', message)]);
    }
    const lostEvents = eventsAfter(file, backup, key);
    const kept = `${file}.damaged-${options.name}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix);
    }
    // Copied under another name first: a restore cut short never looks like a database.
    rmSync(`${file}.restoring`, { force: true });
    copyFileSync(backup, `${file}.restoring`);
    renameSync(`${file}.restoring`, file);
    return ok({ backup, kept, lostEvents });
  } finally {
    lock.value.release();
  }
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
