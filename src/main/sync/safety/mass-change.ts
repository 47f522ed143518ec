import type { Reader } from '#main/store/types.ts';

/** Setting: a person looked at what a pull takes back and lets the feed up to here do it. */
export const MASS_CHANGE_ALLOWED = 'massChangeAllowedUpTo';

/** However small or large an office is. */
const AT_LEAST = 5;
const AT_MOST = 50;
const SHARE = 0.05;

/**
 * How much one catch-up may take back by itself: 5 % of the office's dossiers, never more than 50. A handful is
 * ordinary life: two offline machines gave one number, a merge was lost.
 */
export function mostTakenBack(reader: Reader): number {
  const dossiers = Object.values(reader.countByStatus()).reduce((sum, count) => sum + count, 0);
  return Math.min(AT_MOST, Math.max(AT_LEAST, Math.floor(dossiers * SHARE)));
}

/** Thrown inside the transaction of a pull, which undoes it. */
export class MassChange extends Error {
  override readonly name = 'MassChange';
}
