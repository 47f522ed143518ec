import { createDecipheriv } from 'node:crypto';
import {
  PIECE_TAG_BYTES,
  pieceCount,
  pieceNonce,
  SEALED_PIECE_BYTES,
  sealedSize,
} from '#shared/files/sealed-pieces.ts';
import type { CarriedFile } from '#shared/sync/sealed-file.ts';
import type { ByteSource } from './byte-source.ts';

/** The bytes end before the file does, so nothing behind them can be had either. */
export class CutOffError extends Error {
  override readonly name = 'CutOffError';
}

/**
 * The plain bytes of a carried file, piece by piece.
 * @throws CutOffError
 * @throws Error when a piece is not the one that was sealed; the rest of the file has been passed by then
 */
export async function* openPieces(source: ByteSource, { size, key }: CarriedFile): AsyncGenerator<Buffer> {
  const last = pieceCount(size) - 1;
  let fault: unknown;
  for (let number = 0; number <= last; number += 1) {
    const isLast = number === last;
    const sealed = await source.take(
      isLast ? sealedSize(size) - number * SEALED_PIECE_BYTES : SEALED_PIECE_BYTES,
    );
    if (!sealed) throw new CutOffError('the carried bytes end too early');
    if (fault !== undefined) continue;
    try {
      yield openPiece(Buffer.from(key, 'base64'), number, isLast, sealed);
    } catch (error) {
      fault = error;
    }
  }
  if (fault !== undefined) throw fault;
}

function openPiece(key: Buffer, number: number, isLast: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, pieceNonce(number, isLast), {
    authTagLength: PIECE_TAG_BYTES,
  });
  decipher.setAuthTag(sealed.subarray(-PIECE_TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -PIECE_TAG_BYTES)), decipher.final()]);
}
