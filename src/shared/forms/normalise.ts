import { isPresent } from './condition.ts';
import type { Facts, FactValue } from './facts.ts';
import type { Form } from './field.ts';
import { findField } from './find-field.ts';
import { normaliseValue } from './normalise-value.ts';
import { alwaysAskResidence } from './note-two.ts';
import { shownFields } from './shown-fields.ts';

/**
 * What was typed, scanned or received, as facts: texts trimmed and NFC, names in parts, dates ISO. Fields that are
 * hidden or empty are dropped. What cannot be read is kept as it came, so that validation can name it; so are keys
 * the form does not have. Never throws; doing it twice changes nothing.
 */
export function normaliseFacts(form: Form, raw: Readonly<Record<string, unknown>>): Facts {
  const facts: [string, FactValue][] = [];
  for (const [key, value] of Object.entries(raw)) {
    const field = findField(form, key);
    const normalised = field ? normaliseValue(field.kind, value) : unknownValue(key, value);
    if (isPresent(normalised)) facts.push([key, normalised as FactValue]);
  }
  return withoutHidden(form, Object.fromEntries(facts));
}

/** A value of no known kind goes through untouched, as a FactValue only by name: validation refuses its key. */
function unknownValue(key: string, value: unknown): unknown {
  return key === alwaysAskResidence && value !== true ? undefined : value;
}

/** Dropping one field may hide another, so it repeats until nothing more goes. */
function withoutHidden(form: Form, facts: Facts): Facts {
  const shown = new Set(shownFields(form, facts));
  const kept = Object.entries(facts).filter(([key]) => {
    const field = findField(form, key);
    return !field || shown.has(field);
  });
  return kept.length === Object.keys(facts).length ? facts : withoutHidden(form, Object.fromEntries(kept));
}
