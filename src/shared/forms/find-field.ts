import { type Field, type Form, fieldsOf } from './field.ts';

/** The field with this key, undefined when the form has none. */
export function findField(form: Form, key: string): Field | undefined {
  return fieldsOf(form).find((field) => field.key === key);
}
