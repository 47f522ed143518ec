import type {
  CopyRequest,
  IdentityDocument,
  IdentityDocumentKind,
  Place,
  Residence,
} from '../people/person-values.ts';
import { isPresent } from './condition.ts';
import { isoDate, oneLine, wholeNumber } from './normalise-text.ts';

/** Values made of parts. A bare text stands for the part that can hold it, so that nothing typed is lost. */

export function normaliseResidence(raw: unknown): Residence | undefined {
  const part = partsOf(raw, 'detail');
  const residence = {
    kind: (part('kind') || 'permanent') as Residence['kind'],
    province: part('province'),
    commune: part('commune'),
    detail: part('detail'),
    country: country(part('country')),
  };
  return isPresent(residence) ? residence : undefined;
}

export function normalisePlace(raw: unknown): Place {
  const part = partsOf(raw, 'detail');
  return {
    facility: part('facility'),
    detail: part('detail'),
    commune: part('commune'),
    province: part('province'),
    country: country(part('country')),
  };
}

export function normaliseDocument(raw: unknown): IdentityDocument | undefined {
  const part = partsOf(raw, 'number');
  const kind = (part('kind') || 'other') as IdentityDocumentKind;
  const issuedOn = isoDate(part('issuedOn'));
  const document = {
    kind,
    number: kind === 'birth-certificate' || kind === 'other' ? part('number') : compact(part('number')),
    issuer: part('issuer'),
    ...(issuedOn ? { issuedOn: issuedOn as NonNullable<IdentityDocument['issuedOn']> } : {}),
  };
  return isPresent(document) ? document : undefined;
}

/** A bare number is the number of copies wanted. */
export function normaliseCopies(raw: unknown): CopyRequest | undefined {
  if (typeof raw === 'boolean') return { wanted: raw, count: raw ? 1 : 0 };
  if (typeof raw !== 'object' || raw === null) {
    const bare = wholeNumber(raw);
    return typeof bare === 'number' ? normaliseCopies({ wanted: bare > 0, count: bare }) : undefined;
  }
  const { wanted, count } = { wanted: undefined, count: undefined, ...raw } as Record<string, unknown>;
  if (oneLine(wanted) !== 'true') return { wanted: false, count: 0 };
  const number = wholeNumber(count);
  return { wanted: true, count: typeof number === 'number' ? number : 0 };
}

/** Reads parts of an object, or a bare text as the one part named `whole`. */
function partsOf(raw: unknown, whole: string): (name: string) => string {
  if (typeof raw !== 'object' || raw === null) return (name) => (name === whole ? (oneLine(raw) ?? '') : '');
  const record = raw as Readonly<Record<string, unknown>>;
  return (name) => (Object.hasOwn(record, name) ? (oneLine(record[name]) ?? '') : '');
}

/** Việt Nam is written as no country, whichever way it was typed. */
function country(text: string): string {
  return /^(việt nam|viet nam|vietnam|vn)$/iu.test(text) ? '' : text;
}

function compact(number: string): string {
  return number.replace(/[\s.-]/g, '').toUpperCase();
}
