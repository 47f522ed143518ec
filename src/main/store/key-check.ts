import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * `<file>.key-check` tells a wrong key from a damaged first page, which look alike to the cipher. It is a keyed
 * hash of a fixed text: it does not help to find a random key of 32 bytes.
 */
export function keyFits(file: string, key: Buffer): boolean | undefined {
  const path = `${file}.key-check`;
  if (!existsSync(path)) return undefined;
  const kept = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  const own = mark(key);
  return kept.length === own.length && timingSafeEqual(kept, own);
}

export function rememberKey(file: string, key: Buffer): void {
  writeFileSync(`${file}.key-check`, mark(key).toString('hex'), { mode: 0o600 });
}

function mark(key: Buffer): Buffer {
  return createHmac('sha256', key).update('mot-cua-ho-tich device database').digest();
}
