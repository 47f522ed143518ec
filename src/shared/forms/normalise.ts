import { isPresent } from './condition.ts';
import type { Facts, FactValue } from './facts.ts';
import { type Form, fieldsOf } from './field.ts';
import { normaliseValue } from './normalise-value.ts';
import { alwaysAskResidence } from './note-two.ts';
import { shownFields } from './shown-fields.ts';

/**
 * What was typed, scanned or received, as facts: texts trimmed and NFC, names in parts, dates ISO. Fields that are
 * hidden or empty are dropped. What cannot be read is kept as it came, so that validation can name it; so are keys
 * the form does not have. Never throws; doing it twice changes nothing.
 */
export function normaliseFacts(form: Form, raw: Readonly<Record<string, unknown>>): Facts {
  const kinds = new Map(fieldsOf(form).map((field) => [field.key, field.kind]));
  const facts = Object.entries(raw).flatMap(([key, value]): [string, FactValue][] => {
    const kind = kinds.get(key);
    const normalised = kind === undefined ? unknownValue(key, value) : normaliseValue(kind, value);
    return isPresent(normalised) ? [[key, normalised as FactValue]] : [];
  });
  return withoutHidden(form, Object.fromEntries(facts));
}

/** A value of no known kind goes through untouched, as a FactValue only by name: validation refuses its key. */
function unknownValue(key: string, value: unknown): unknown {
  return key === alwaysAskResidence && value !== true ? undefined : value;
}

/** Dropping one field may hide another, so it repeats until nothing more goes. */
function withoutHidden(form: Form, facts: Facts): Facts {
  const fields = fieldsOf(form);
  const shown = new Set(shownFields(form, facts).map((field) => field.key));
  const hidden = new Set(fields.map((field) => field.key).filter((key) => !shown.has(key) && key in facts));
  if (hidden.size === 0) return facts;
  return withoutHidden(form, Object.fromEntries(Object.entries(facts).filter(([key]) => !hidden.has(key))));
}
