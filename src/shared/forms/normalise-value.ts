import { assertNever } from '../kernel/assert-never.ts';
import { normaliseName, parseName } from '../people/names.ts';
import type { PersonName } from '../people/person-values.ts';
import type { FieldKind } from './facts.ts';
import { normaliseCopies, normaliseDocument, normalisePlace, normaliseResidence } from './normalise-group.ts';
import { isoDate, isoTime, lines, oneLine, wholeNumber } from './normalise-text.ts';

/** One raw value as its kind wants it; undefined when there is nothing to keep. */
export function normaliseValue(kind: FieldKind, raw: unknown): unknown {
  switch (kind) {
    case 'text':
    case 'choice':
    case 'ethnicity':
    case 'nationality':
    case 'email':
      return oneLine(raw);
    case 'long-text':
      return lines(raw);
    case 'name':
      return normaliseNameValue(raw);
    case 'full-date':
    case 'partial-date':
      return isoDate(raw);
    case 'time':
      return isoTime(raw);
    case 'residence':
      return normaliseResidence(raw);
    case 'place':
      return normalisePlace(raw);
    case 'identity-document':
      return normaliseDocument(raw);
    case 'personal-id':
      return oneLine(raw)?.replace(/[\s.-]/g, '');
    case 'phone':
      return normalisePhone(raw);
    case 'integer':
      return wholeNumber(raw);
    case 'yes-no':
      return raw === 'true' ? true : raw === 'false' ? false : typeof raw === 'boolean' ? raw : oneLine(raw);
    case 'copies':
      return normaliseCopies(raw);
    default:
      return assertNever(kind, 'field kind');
  }
}

function normaliseNameValue(raw: unknown): PersonName | undefined {
  if (typeof raw !== 'object' || raw === null) {
    const text = oneLine(raw);
    return text === undefined ? undefined : normaliseName(parseName(text));
  }
  const part = (name: keyof PersonName): string =>
    oneLine(name in raw ? (raw as Record<string, unknown>)[name] : '') ?? '';
  return normaliseName({ family: part('family'), middle: part('middle'), given: part('given') });
}

/** Digits only, with the country code of Việt Nam read as the leading 0; other countries keep their `+`. */
function normalisePhone(raw: unknown): string | undefined {
  return oneLine(raw)
    ?.replace(/[\s.()-]/g, '')
    .replace(/^(\+84|0084)(?=\d{9,10}$)0?/, '0');
}
