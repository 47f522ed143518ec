import { holds } from './condition.ts';
import type { Facts } from './facts.ts';
import type { Field, Form } from './field.ts';

/** The fields shown for these facts: their own condition and their section's hold. */
export function shownFields(form: Form, facts: Facts): readonly Field[] {
  return form.sections
    .filter((section) => section.shownWhen === undefined || holds(section.shownWhen, facts))
    .flatMap((section) => section.fields)
    .filter((field) => field.shownWhen === undefined || holds(field.shownWhen, facts));
}
