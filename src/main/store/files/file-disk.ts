import { closeSync, fsyncSync, openSync } from 'node:fs';
import { StoreWriteError } from '../store-write-error.ts';

/** Names an exception of the file system when it is the disk's doing; anything else passes as it is. */
export function fileDiskError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E(NOSPC|DQUOT|ROFS|IO|FBIG)$/.test(code) ? new StoreWriteError(code, error) : error;
}

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
