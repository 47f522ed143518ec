import { displayFact } from '#renderer/screens/dossier/display-fact.ts';
import { type Facts, fieldsOf } from '#shared/forms/field.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';

/** A value in the words of the paper form; one this version does not know as it is stored. */
export function factText(procedure: string, key: string, value: unknown): string {
  if (value === undefined) return '(để trống)';
  const form = findProcedure(procedure)?.form;
  const field = form && fieldsOf(form).find((each) => each.key === key);
  return field ? displayFact(field, { [key]: value } as Facts) : JSON.stringify(value);
}
