import { closeSync, fsyncSync, openSync } from 'node:fs';
import { StoreWriteError } from '../store-write-error.ts';

/** Names an exception of the file system when it is the disk's doing; anything else passes as it is. */
export function fileDiskError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : undefined;
  return reason === undefined ? error : new StoreWriteError(reason, error);
}

/** What SQLite calls the same. */
const reasons = {
  ENOSPC: 'SQLITE_FULL',
  EDQUOT: 'SQLITE_FULL',
  EFBIG: 'SQLITE_FULL',
  EROFS: 'SQLITE_READONLY',
  EIO: 'SQLITE_IOERR',
} as const;

/** A new name survives a power cut once its folder is flushed; Windows keeps names by itself and cannot flush folders. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
