import { constants, zstdCompressSync } from 'node:zlib';

/** How many changes the floor sends at once. */
export const FLOOR_BATCH = 500;

/** zstd as anybody has it: level 3, without a dictionary. */
export function packed(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }));
}
