import { fullName } from '#shared/people/names.ts';
import type { PersonName } from '#shared/people/person-values.ts';

/** Whether two names are both given and not the same; letter case does not count. */
export function namesDiffer(a: PersonName | undefined, b: PersonName | undefined): boolean {
  return a !== undefined && b !== undefined && fullName(a).toLowerCase() !== fullName(b).toLowerCase();
}

/** Whether two values are both given and not the same. */
export function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
