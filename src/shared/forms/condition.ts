import { assertNever } from '../kernel/assert-never.ts';
import type { Facts } from './facts.ts';

/** A condition on facts, as data: it can be stored, shown, tested and sent, and needs no `eval`. */
export type Condition =
  | { readonly present: string }
  | { readonly absent: string }
  | { readonly key: string; readonly is: string | number | boolean }
  | { readonly key: string; readonly in: readonly (string | number | boolean)[] }
  /** A partial date that lacks its day or month, or is not given: note (2) of the declarations. */
  | { readonly incompleteDate: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Whether a value counts as given: blank text, a blank name and a blank place do not. */
export function isPresent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (typeof value !== 'object') return true;
  return Object.entries(value).some(
    ([part, content]) => part !== 'kind' && content !== '' && content !== undefined && content !== false,
  );
}

export function holds(condition: Condition, facts: Facts): boolean {
  if ('present' in condition) return isPresent(facts[condition.present]);
  if ('absent' in condition) return !isPresent(facts[condition.absent]);
  if ('is' in condition) return facts[condition.key] === condition.is;
  if ('in' in condition) return condition.in.some((each) => each === facts[condition.key]);
  if ('incompleteDate' in condition) {
    const value = facts[condition.incompleteDate];
    return typeof value !== 'string' || value.length < 10;
  }
  if ('all' in condition) return condition.all.every((each) => holds(each, facts));
  if ('any' in condition) return condition.any.some((each) => holds(each, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  return assertNever(condition, 'condition');
}
