import Database from 'better-sqlite3';

/**
 * The disk refused a write: full, read-only or failing. The transaction was undone as a whole, so nothing
 * half-written is left; what the clerk typed must be kept by the caller.
 */
export class StoreWriteError extends Error {
  override readonly name = 'StoreWriteError';
  readonly code = 'store/disk-full';
  /** SQLite's own code: `SQLITE_FULL`, `SQLITE_READONLY…` or `SQLITE_IOERR…`. */
  readonly reason: string;

  constructor(reason: string, cause: unknown) {
    super(`the store could not write: ${reason}`, { cause });
    this.reason = reason;
  }
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
