import { fullName, parseName } from '#shared/people/names.ts';
import type { PersonName } from '#shared/people/person-values.ts';

/** A scalar as text; anything else is no text. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A name from its parts, or from the bare text an older draft kept. */
export function asName(value: unknown): PersonName | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : parseName(value);
  const part = partsOf(value);
  const name = { family: part('family'), middle: part('middle'), given: part('given') };
  return fullName(name) === '' ? undefined : name;
}

/** Reads parts of a value made of texts; what is missing or no text is empty. */
export function partsOf(value: unknown): (part: string) => string {
  if (typeof value !== 'object' || value === null) return () => '';
  const record = value as Readonly<Record<string, unknown>>;
  return (part) => asText(Object.hasOwn(record, part) ? record[part] : '');
}
