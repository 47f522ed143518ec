import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { sqliteCode } from './store-write-error.ts';

/** Who owns a database file, as told to a second start so that it can attach. */
export type CoreOwner = {
  readonly pid: number;
  /** Port of the owner's loopback host on 127.0.0.1, when it has one. */
  readonly port?: number;
};

export type CoreLock = {
  /** Tells a second start where to find this core. */
  announce(owner: CoreOwner): void;
  release(): void;
};

/**
 * Makes this process the only core of a database file. The lock is the operating system's own, held through a
 * small SQLite file beside the database: a process that dies, however it dies, frees it, and a reused process
 * id cannot fake it. `<file>.owner` only tells who; it proves nothing.
 * @returns `store/locked-by-other` while another core, of this process or another, holds the file
 */
export function acquireCoreLock(file: string): Result<CoreLock> {
  const lock = new Database(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (sqliteCode(error) === 'SQLITE_BUSY') return err([lockedBy(readOwner(file))]);
    throw error;
  }
  const announce = (owner: CoreOwner): void => {
    writeFileSync(`${file}.owner.new`, JSON.stringify(owner), { mode: 0o600 });
    renameSync(`${file}.owner.new`, `${file}.owner`);
  };
  announce({ pid: process.pid });
  return ok({
    announce,
    release() {
      rmSync(`${file}.owner`, { force: true });
      lock.close();
    },
  });
}

/** The core that holds a file now; undefined when none does. */
export function runningCore(file: string): CoreOwner | undefined {
  if (!existsSync(`${file}.lock`)) return undefined;
  const lock = new Database(`${file}.lock`, { readonly: true, timeout: 0 });
  try {
    lock.prepare('SELECT 1 FROM sqlite_schema').all();
    return undefined;
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
    return readOwner(file);
  } finally {
    lock.close();
  }
}

/** The core that announced itself last; undefined when none did. Whether it still lives, the lock tells. */
export function readOwner(file: string): CoreOwner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(`${file}.owner`, 'utf8'));
    return isOwner(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isOwner(value: unknown): value is CoreOwner {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number';
}

function lockedBy(owner: CoreOwner | undefined) {
  const who = owner ? ` (tiến trình ${owner.pid}${owner.port ? `, cổng ${owner.port}` : ''})` : '';
  return problem(
    'store/locked-by-other',
    'error',
    `Dữ liệu đang được một tiến trình khác sử dụng${who}. Hãy dùng cửa sổ đang mở hoặc đóng nó trước.`,
  );
}
