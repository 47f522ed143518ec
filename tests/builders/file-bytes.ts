import { randomBytes } from 'node:crypto';

/** Bytes that begin like a PDF and go on at random: no two are alike, none tells anything. */
export function pdfOf(size: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
}

/** The same for a JPEG. */
export function jpegOf(size: number): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size - 4)]);
}
