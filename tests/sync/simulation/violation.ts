/** An invariant that does not hold. */
export class Violation extends Error {
  override readonly name = 'Violation';
  /** Which one: shrinking looks for a shorter run that breaks the same. */
  readonly invariant: string;

  constructor(invariant: string, detail: string) {
    super(`${invariant}: ${detail}`);
    this.invariant = invariant;
  }
}

/** @throws Violation when it does not hold */
export function hold(condition: boolean, invariant: string, detail: () => string): asserts condition {
  if (!condition) throw new Violation(invariant, detail());
}
