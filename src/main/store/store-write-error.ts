import Database from 'better-sqlite3';

/**
 * The disk refused a write: full, read-only or failing. The transaction was undone as a whole, so nothing
 * half-written is left; what the clerk typed must be kept by the caller.
 */
export class StoreWriteError extends Error {
  override readonly name = 'StoreWriteError';
  readonly code: 'store/disk-full' | 'store/read-only' | 'store/disk-failing';
  /** SQLite's own code: `SQLITE_FULL`, `SQLITE_READONLY…` or `SQLITE_IOERR…`. */
  readonly reason: string;

  constructor(reason: string, cause: unknown) {
    super(`the store could not write: ${reason}`, { cause });
    this.reason = reason;
    this.code = codeOf(reason);
  }
}

/** A log that cannot grow its index file is told of as an error of the disk, and is one without space. */
function codeOf(reason: string): StoreWriteError['code'] {
  if (reason === 'SQLITE_FULL' || reason === 'SQLITE_IOERR_SHMSIZE') return 'store/disk-full';
  return reason.startsWith('SQLITE_READONLY') ? 'store/read-only' : 'store/disk-failing';
}

/** Names an exception of the driver when it is the disk's doing; anything else passes as it is. */
export function asStoreError(error: unknown): unknown {
  const code = sqliteCode(error);
  return /^SQLITE_(FULL|READONLY|IOERR)/.test(code) ? new StoreWriteError(code, error) : error;
}

/** The driver's code, `SQLITE_BUSY` and the like; empty for any other exception. */
export function sqliteCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}
