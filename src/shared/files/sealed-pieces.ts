/**
 * How the bytes of an attached file lie sealed, on a machine's disk and in a file that is carried: pieces of
 * {@link PIECE_BYTES} plain bytes (the last may be shorter), each AES-256-GCM with its tag behind it. The nonce is the
 * piece's number and whether it is the last one (the STREAM construction), so that pieces can be read alone and
 * neither be swapped nor be cut off unnoticed. A key seals one file and no other, which is what makes counted nonces
 * safe (docs/decisions/0008).
 */

export const PIECE_BYTES = 256 * 1024;
export const PIECE_TAG_BYTES = 16;
export const SEALED_PIECE_BYTES = PIECE_BYTES + PIECE_TAG_BYTES;

const NONCE_BYTES = 12;

export function pieceCount(size: number): number {
  return Math.ceil(size / PIECE_BYTES);
}

/** Sealed bytes of a file of this many plain bytes. */
export function sealedSize(size: number): number {
  return size + pieceCount(size) * PIECE_TAG_BYTES;
}

export function pieceNonce(number: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(NONCE_BYTES);
  new DataView(nonce.buffer).setUint32(7, number);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
