import type { Facts, Field, FieldKind, FieldValues } from '#shared/forms/field.ts';
import { displayIdentityDocument, displayPlace, displayResidence } from '#shared/people/display.ts';
import { fullName } from '#shared/people/names.ts';
import { displayPartialDate } from '#shared/people/partial-date.ts';

type Displays = { readonly [K in FieldKind]: (value: FieldValues[K], field: Field) => string };

const asWritten = (value: string): string => value;

const displays: Displays = {
  text: asWritten,
  'long-text': asWritten,
  name: fullName,
  'full-date': displayPartialDate,
  'partial-date': displayPartialDate,
  time: asWritten,
  choice: (value, field) => field.choices?.find((choice) => choice.value === value)?.label ?? value,
  ethnicity: asWritten,
  nationality: asWritten,
  residence: displayResidence,
  place: displayPlace,
  'identity-document': displayIdentityDocument,
  'personal-id': asWritten,
  phone: asWritten,
  email: asWritten,
  integer: (value) => String(value),
  'yes-no': (value) => (value ? 'Có' : 'Không'),
  copies: (value) => (value.wanted ? `Có, ${value.count} bản` : 'Không'),
};

/** A declared value in the words of the paper form; empty when nothing was given. */
export function displayFact(field: Field, facts: Facts): string {
  const value = facts[field.key];
  if (value === undefined) return '';
  // Normalised facts hold the value of their field's kind, which the compiler cannot follow through the key.
  const display = displays[field.kind] as (value: FieldValues[FieldKind], field: Field) => string;
  return display(value, field);
}
