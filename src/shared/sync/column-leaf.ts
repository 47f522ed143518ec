import type { Json } from '../kernel/canonical-json.ts';

/** One character for each value of a short list of values. */
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+,-./:;<=>?@[]^_{|}~';
const placeOf = new Map([...signs].map((sign, place) => [sign, place]));
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Of the 32 digits of a UUIDv7 the first are its time, which neighbours share; the others are chance. */
const TIME_DIGITS = 12;
const CHANCE_DIGITS = 20;

/**
 * Values of one column in the shortest of these forms: all the same `{k: value}`; integers that follow one another
 * `{q: first}`; few different ones
 * `{d: [values], i: 'a sign for each row'}`; UUIDs `{u: a leaf of their times, h: 'the other digits of all'}`; a list.
 */
export function toLeaf(values: readonly Json[]): Json {
  const different = new Set(values);
  const [first] = values;
  if (different.size === 1 && isPlain(first)) return { k: first };
  if (values.every((value, index) => Number.isSafeInteger(value) && value === Number(first) + index)) {
    return { q: Number(first) };
  }
  if (different.size <= signs.length && different.size * 2 < values.length && values.every(isPlain)) {
    const places = new Map([...different].map((value, place) => [value, signs[place] ?? '']));
    return { d: [...different], i: values.map((value) => places.get(value)).join('') };
  }
  if (values.length > 0 && values.every(isUuid)) {
    const digits = values.map((value) => value.replaceAll('-', ''));
    const times = digits.map((each) => each.slice(0, TIME_DIGITS));
    return { u: toLeaf(times), h: digits.map((each) => each.slice(TIME_DIGITS)).join('') };
  }
  return values;
}

/** @throws RangeError for what is no leaf of this many values */
export function fromLeaf(leaf: unknown, count: number): readonly Json[] {
  const values = valuesOf(leaf, count);
  if (values?.length !== count) throw new RangeError('a column does not have a value for each row');
  return values;
}

function valuesOf(leaf: unknown, count: number): readonly Json[] | undefined {
  if (Array.isArray(leaf)) return leaf as readonly Json[];
  if (typeof leaf !== 'object' || leaf === null) return undefined;
  if ('k' in leaf && isPlain(leaf.k)) return new Array<Json>(count).fill(leaf.k);
  if ('q' in leaf && Number.isSafeInteger(leaf.q)) {
    const first = Number(leaf.q);
    return Array.from({ length: count }, (_, index) => first + index);
  }
  if ('d' in leaf && 'i' in leaf && typeof leaf.i === 'string' && Array.isArray(leaf.d)) {
    const values = leaf.d as readonly Json[];
    return [...leaf.i].map((sign) => {
      const value = values[placeOf.get(sign) ?? values.length];
      if (!isPlain(value)) throw new RangeError('no such value');
      return value;
    });
  }
  if ('u' in leaf && 'h' in leaf && typeof leaf.h === 'string') {
    const { h: chance } = leaf;
    if (chance.length !== count * CHANCE_DIGITS) return undefined;
    return fromLeaf(leaf.u, count).map((time, index) =>
      dashed(`${time}${chance.slice(index * CHANCE_DIGITS, (index + 1) * CHANCE_DIGITS)}`),
    );
  }
  return undefined;
}

function dashed(digits: string): string {
  return [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([from, to]) => digits.slice(from, to)).join('-');
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isUuid(value: Json): value is string {
  return typeof value === 'string' && uuid.test(value);
}
