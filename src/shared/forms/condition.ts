import { assertNever } from '../kernel/assert-never.ts';
import type { IdentityDocumentKind } from '../people/person-values.ts';
import type { Facts, FactValue } from './facts.ts';

/** A condition on facts, as data: it can be stored, shown, tested and sent, and needs no `eval`. */
export type Condition =
  | { readonly present: string }
  | { readonly absent: string }
  | { readonly key: string; readonly is: string | number | boolean }
  | { readonly key: string; readonly in: readonly (string | number | boolean)[] }
  /** A partial date that lacks its day or month, or is not given: note (2) of the declarations. */
  | { readonly incompleteDate: string }
  /** No personal ID number and no Vietnamese identity card (a passport is none): note (2) of the declarations. */
  | { readonly withoutNationalId: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Whether a value counts as given: blank text, a blank name and a blank place do not. */
export function isPresent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (typeof value !== 'object') return true;
  return Object.keys(value).some((part) => {
    const content: unknown = value[part as keyof typeof value];
    return part !== 'kind' && content !== '' && content !== undefined && content !== false;
  });
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
  if ('withoutNationalId' in condition) return !isNationalId(facts[condition.withoutNationalId]);
  if ('all' in condition) return condition.all.every((each) => holds(each, facts));
  if ('any' in condition) return condition.any.some((each) => holds(each, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  return assertNever(condition, 'condition');
}

/** Identity documents that carry a number of the national database, or its 9-digit forerunner. */
const nationalIdKinds: ReadonlySet<string> = new Set<IdentityDocumentKind>([
  'identity-card',
  'citizen-card',
  'electronic-identity',
  'identity-certificate',
  'old-identity-card',
]);

function isNationalId(value: FactValue | undefined): boolean {
  if (typeof value === 'string') return value !== '';
  if (typeof value !== 'object' || value === null || !('number' in value)) return false;
  return nationalIdKinds.has(value.kind) && value.number !== '';
}

/** Every field key a condition looks at. */
export function conditionKeys(condition: Condition): readonly string[] {
  if ('present' in condition) return [condition.present];
  if ('absent' in condition) return [condition.absent];
  if ('key' in condition) return [condition.key];
  if ('incompleteDate' in condition) return [condition.incompleteDate];
  if ('withoutNationalId' in condition) return [condition.withoutNationalId];
  if ('all' in condition) return condition.all.flatMap(conditionKeys);
  if ('any' in condition) return condition.any.flatMap(conditionKeys);
  if ('not' in condition) return conditionKeys(condition.not);
  return assertNever(condition, 'condition');
}
