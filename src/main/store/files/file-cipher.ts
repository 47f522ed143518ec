import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { PIECE_TAG_BYTES, pieceNonce } from '#shared/files/sealed-pieces.ts';

/** Ciphers of attached files; how the pieces lie is told in `sealed-pieces.ts`. */

const NONCE_BYTES = 12;
const KEY_BYTES = 32;

export function newFileKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

export function sealPiece(key: Buffer, number: number, isLast: boolean, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, pieceNonce(number, isLast));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the piece is not the one that was sealed under this key and number */
export function openPiece(key: Buffer, number: number, isLast: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, pieceNonce(number, isLast), {
    authTagLength: PIECE_TAG_BYTES,
  });
  decipher.setAuthTag(sealed.subarray(-PIECE_TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -PIECE_TAG_BYTES)), decipher.final()]);
}

/** The key that wraps the keys of files: derived, so that the database's own key serves one cipher only. */
export function wrappingKey(databaseKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', databaseKey, '', 'mot-cua file keys 1', KEY_BYTES));
}

/** @returns base64 of nonce, sealed key and tag */
export function wrapKey(wrapping: Buffer, key: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce);
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** @throws Error when it was wrapped under another key */
export function unwrapKey(wrapping: Buffer, wrapped: string): Buffer {
  const bytes = Buffer.from(wrapped, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', wrapping, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: PIECE_TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(-PIECE_TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -PIECE_TAG_BYTES)), decipher.final()]);
}
