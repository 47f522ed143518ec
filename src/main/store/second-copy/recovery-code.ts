import { hkdfSync, randomInt } from 'node:crypto';
import { sealingKeyOf } from '../safety/sealed-box.ts';

/** Without characters that are mistaken for one another on paper. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUPS = 8;

/**
 * The code that opens the second copy: 160 random bits as eight groups of four, written down once and kept in the
 * office's safe. The machine keeps only the public half, so whoever takes the machine or the copy opens nothing.
 */
export function newRecoveryCode(): string {
  const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** @param code in any case and with any spacing */
export function recoveryKeyOf(code: string): ReturnType<typeof sealingKeyOf> {
  const plain = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return sealingKeyOf(Buffer.from(hkdfSync('sha256', plain, '', 'mot-cua-ho-tich recovery code 1', 32)));
}
