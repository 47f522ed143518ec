import type { Facts, FactValue } from './facts.ts';
import { type Form, fieldsOf } from './field.ts';
import { normaliseFacts } from './normalise.ts';
import { alwaysAskResidence } from './note-two.ts';

/**
 * The facts a new draft starts with: each shown field's initial value, under what is already known.
 * @param office the office's switch of {@link alwaysAskResidence}
 */
export function initialFacts(
  form: Form,
  given: Facts = {},
  office: { readonly alwaysAskResidence?: boolean } = {},
): Facts {
  const initial = fieldsOf(form).flatMap((field): [string, FactValue][] =>
    field.initial === undefined ? [] : [[field.key, field.initial]],
  );
  const asked = office.alwaysAskResidence ? { [alwaysAskResidence]: true } : {};
  return normaliseFacts(form, { ...Object.fromEntries(initial), ...asked, ...given });
}
