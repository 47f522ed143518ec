import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { sealedSize } from '#shared/files/sealed-pieces.ts';
import { unwrapKey, wrappingKey } from './file-cipher.ts';
import { FileDamaged } from './file-damaged.ts';
import type { FileContent } from './types.ts';

type Kept = Pick<FileContent, 'sha256' | 'size' | 'wrappedKey'>;

/** The bytes of attached files as they lie on the disk. Looking changes nothing, so it works beside a running core. */
export type KeptBytes = {
  placeOf(sha256: string): string;
  /** Whether the bytes of a content are on this machine, as far as can be told without reading them. */
  has(content: Kept): boolean;
  /**
   * The key of one file: whoever seals it for somebody gives that one file.
   * @throws FileDamaged when it was wrapped under another key
   */
  keyOf(content: Kept): Buffer;
};

/** @param databaseKey 32 bytes */
export function keptBytes(folder: string, databaseKey: Buffer): KeptBytes {
  const wrapping = wrappingKey(databaseKey);
  const placeOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), `${sha256}.bin`);
  return {
    placeOf,
    has({ sha256, size, wrappedKey }) {
      const place = placeOf(sha256);
      return wrappedKey !== '' && existsSync(place) && statSync(place).size === sealedSize(size);
    },
    keyOf({ sha256, wrappedKey }) {
      try {
        return unwrapKey(wrapping, wrappedKey);
      } catch (error) {
        throw new FileDamaged(`the key of ${sha256} cannot be had`, { cause: error });
      }
    },
  };
}
