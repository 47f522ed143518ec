import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { wrapKey, wrappingKey } from './file-cipher.ts';
import { FileDamaged } from './file-damaged.ts';
import { fileDiskError, flushFolder } from './file-disk.ts';
import { FileReading } from './file-reading.ts';
import { FileWriting, type WrittenFile } from './file-writing.ts';
import { type KeptBytes, keptBytes } from './kept-bytes.ts';
import type { FileContent } from './types.ts';

/** Where the bytes of attached files lie: `files/ab/abcd….bin`, encrypted, written once and never changed. */
export type FileVault = KeptBytes & {
  /** Begins a file of its own under a temporary name. */
  begin(): Promise<FileWriting>;
  /**
   * Gives a written file its lasting name; it survives a power cut when this returns. Synchronous, so that nothing
   * comes between it and the transaction that keeps its key.
   * @returns the wrapped key to keep
   */
  keep(written: WrittenFile): string;
  /** Removes a written file that was not kept. */
  forget(written: WrittenFile): void;
  /** @throws FileDamaged when the file is not there or its key does not fit */
  read(content: Pick<FileContent, 'sha256' | 'size' | 'wrappedKey'>): Promise<FileReading>;
};

/**
 * @param folder made when missing; what a process that was killed left unfinished in it is removed
 * @param databaseKey 32 bytes
 */
export function openFileVault(folder: string, databaseKey: Buffer): FileVault {
  const wrapping = wrappingKey(databaseKey);
  const unfinished = path.join(folder, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const kept = keptBytes(folder, databaseKey);
  const { placeOf } = kept;

  return {
    ...kept,
    begin: () => FileWriting.create(path.join(unfinished, randomUUID())),
    keep({ file, sha256, key }) {
      const place = placeOf(sha256);
      try {
        mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
        renameSync(file, place);
        flushFolder(path.dirname(place));
        flushFolder(folder);
      } catch (error) {
        throw fileDiskError(error);
      }
      return wrapKey(wrapping, key);
    },
    forget({ file }) {
      rmSync(file, { force: true });
    },
    async read(content) {
      const { sha256, size } = content;
      const key = kept.keyOf(content);
      try {
        return new FileReading(await open(placeOf(sha256), 'r'), key, size);
      } catch (error) {
        throw new FileDamaged(`the bytes of ${sha256} cannot be read`, { cause: error });
      }
    },
  };
}
