import { type Field, type Form, fieldsOf } from './field.ts';

/** Made once for each form: the city judges declarations by the thousand. */
const fieldsByKey = new WeakMap<Form, ReadonlyMap<string, Field>>();

/** The field with this key, undefined when the form has none. */
export function findField(form: Form, key: string): Field | undefined {
  const known = fieldsByKey.get(form);
  if (known) return known.get(key);
  const fields = new Map(fieldsOf(form).map((field) => [field.key, field]));
  fieldsByKey.set(form, fields);
  return fields.get(key);
}
