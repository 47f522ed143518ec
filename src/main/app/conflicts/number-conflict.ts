/** Reasons that are about the number of a book, which only the register's screen can settle. */
const reasons: readonly string[] = ['city/number-taken', 'city/stale-epoch'];

export function isNumberConflict(reason: string): boolean {
  return reasons.includes(reason) || reason.startsWith('register/');
}
