import type { Facts } from '../forms/field.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** One field of a declaration before and after its author changed it; absent means not given. */
export type FactChange = { readonly key: string; readonly from?: unknown; readonly to?: unknown };

/** What was changed, in the order of the keys' names. */
export function changesBetween(before: Facts, after: Facts): readonly FactChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .filter((key) => !sameValue(before[key], after[key]))
    .map((key) => ({
      key,
      ...(before[key] === undefined ? {} : { from: before[key] }),
      ...(after[key] === undefined ? {} : { to: after[key] }),
    }));
}

/**
 * Puts changes over facts that others may have changed meanwhile: each key must still hold what its author saw, or
 * already hold what the author wants.
 * @returns the keys that hold something else when there are any
 */
export function applyChanges(
  facts: Facts,
  changes: readonly FactChange[],
): Result<Facts, readonly [string, ...string[]]> {
  const [first, ...others] = changes
    .filter(({ key, from, to }) => !sameValue(facts[key], from) && !sameValue(facts[key], to))
    .map(({ key }) => key);
  if (first !== undefined) return err([first, ...others]);
  const changed = new Set(changes.map(({ key }) => key));
  const kept = Object.entries(facts).filter(([key]) => !changed.has(key));
  const given = changes.filter(({ to }) => to !== undefined).map(({ key, to }) => [key, to] as const);
  return ok(Object.fromEntries([...kept, ...given]) as Facts);
}

/** Whether two values of a field are one, however their keys are ordered. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a as Json) === canonicalJson(b as Json);
}
