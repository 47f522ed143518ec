import { type Problem, problem } from '../kernel/problem.ts';
import type { PersonName } from './person-values.ts';
import { isVietnameseSyllable } from './syllable.ts';
import { telexReading } from './telex.ts';

const TOO_LONG = 25;
/** Letters of any alphabet with their marks, space, hyphen and apostrophe (BLDS 2015, Điều 26 khoản 3). */
const ALLOWED = /^[\p{L}\p{M} '-]*$/u;

/** Splits a full name: first word is the family name, last the given name. One word alone is a given name. */
export function parseName(full: string): PersonName {
  const words = cleanSpaces(full).split(' ');
  const given = words.pop() ?? '';
  const family = words.shift() ?? '';
  return { family, middle: words.join(' '), given };
}

export function fullName(name: PersonName): string {
  return [name.family, name.middle, name.given].filter((part) => part !== '').join(' ');
}

/** The spelling that is kept: NFC, single spaces, each word capitalised. Tone placement stays as written. */
export function normaliseName(name: PersonName): PersonName {
  return { family: tidy(name.family), middle: tidy(name.middle), given: tidy(name.given) };
}

/** Names are printed in capitals on certificates. */
export function capitals(name: PersonName): string {
  return fullName(name).toLocaleUpperCase('vi');
}

const collator = new Intl.Collator('vi');

/** The order of Vietnamese lists: given name, then family name, then middle name. */
export function compareNames(a: PersonName, b: PersonName): number {
  return (
    collator.compare(a.given, b.given) ||
    collator.compare(a.family, b.family) ||
    collator.compare(a.middle, b.middle)
  );
}

/** Wrong characters stop; length and typing slips are only pointed out, since a real name may look like one. */
export function nameProblems(name: PersonName, field: string): Problem[] {
  const full = cleanSpaces(fullName(name));
  const problems: Problem[] = [];
  if (!ALLOWED.test(full)) {
    const text = `Họ tên “${full}” có chữ số hoặc ký tự lạ. Chỉ nhập chữ cái, dấu cách, gạch nối, dấu nháy đơn.`;
    problems.push(problem('person/name-characters', 'error', text, field));
  }
  const letters = full.length > TOO_LONG ? (full.match(/\p{L}/gu) ?? []).length : 0;
  if (letters > TOO_LONG) {
    const text = `Họ tên có ${letters} chữ cái, dài hơn ${TOO_LONG}. Hãy xác nhận lại với công dân.`;
    problems.push(problem('person/name-long', 'warning', text, field));
  }
  for (const word of full.split(/[ '-]/)) {
    const meant = telexReading(word);
    if (meant !== undefined) {
      const text = `“${word}” có dấu hiệu gõ sót dấu, có phải “${capitalise(meant)}”? Hãy kiểm tra bộ gõ.`;
      problems.push(problem('person/name-telex', 'warning', text, field));
    } else if (/\p{L}\d/u.test(word)) {
      const text = `“${word}” có chữ số của kiểu gõ VNI. Hãy bật bộ gõ rồi nhập lại.`;
      problems.push(problem('person/name-telex', 'warning', text, field));
    }
  }
  return problems;
}

function tidy(text: string): string {
  return cleanSpaces(text).split(' ').map(tidyWord).join(' ');
}

/** What {@link cleanSpaces} changes: seldom there, so one look is cheaper than its seven passes. */
const UNTIDY = /[Ðð’‘ʼ`´‐‑–\u200b-\u200d\u2060\ufeff]|[^\S ]| {2}|^ | $/;

/**
 * Ð (eth) looks like Đ and comes from old fonts; a curly apostrophe comes from word processors;
 * zero-width characters come from copied web pages.
 */
function cleanSpaces(text: string): string {
  const composed = text.normalize('NFC');
  if (!UNTIDY.test(composed)) return composed;
  return composed
    .replace(/Ð/g, 'Đ')
    .replace(/ð/g, 'đ')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Capitals inside a foreign or highland name (McDonald, K'brêu) are its own; elsewhere they are a typing slip. */
function tidyWord(word: string): string {
  return word.split('-').map(tidySegment).join('-');
}

function tidySegment(segment: string): string {
  const lower = segment.toLowerCase();
  const spelled = lower.includes("'") ? lower.split("'").map(capitalise).join("'") : capitalise(lower);
  if (spelled === segment) return segment;
  const ownCapitals = /^\p{Lu}('\p{L}*)?\p{M}*\p{Ll}[\p{L}\p{M}']*$/u.test(segment);
  return ownCapitals && !isVietnameseSyllable(lower) ? segment : spelled;
}

/** A letter whose capital is two letters (ß, ᾀ) stays, so that doing it twice changes nothing. */
function capitalise(word: string): string {
  const point = word.codePointAt(0);
  if (point === undefined) return word;
  const first = String.fromCodePoint(point);
  const capital = first.toUpperCase();
  return ((capital.length > first.length ? first : capital) + word.slice(first.length)).normalize('NFC');
}
