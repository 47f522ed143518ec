import type { Facts } from '#shared/forms/field.ts';
import { foldForSearch } from '#shared/people/fold.ts';

/** Words an index row is found by: folded, separated by spaces, each once. */
export function termsOf(texts: readonly string[]): string {
  const pieces = texts.flatMap(wordsOf);
  const terms = new Set(pieces.flatMap((word) => [word.replaceAll(' ', ''), ...word.split(' ')]));
  terms.delete('');
  return [...terms].join(' ');
}

/** The words of a query, all of which must be found: `H26.15-0001` and `h26150001` are the same one word. */
export function queryTerms(text: string): readonly string[] {
  return wordsOf(text)
    .map((word) => word.replaceAll(' ', ''))
    .filter((word) => word !== '')
    .slice(0, 12);
}

/** Words as typed, each folded on its own: a code with its dots is one word, of several pieces with spaces between. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/u).map(foldWord);
}

/** Names share their words: of a declaration's forty, nearly all were met before. */
const folded = new Map<string, string>();
const MOST_FOLDED = 5_000;

function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const fold = foldForSearch(word);
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(word, fold);
  return fold;
}

/** What the declared facts can be found by, whatever the procedure: names, numbers of people and papers, dates. */
export type FactKeys = { readonly texts: readonly string[]; readonly dates: readonly string[] };

export function factKeys(facts: Facts): FactKeys {
  const texts: string[] = [];
  const dates: string[] = [];
  for (const value of Object.values(facts)) {
    if (typeof value === 'string') {
      if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) dates.push(value);
      else if (/^\d{9,12}$/.test(value)) texts.push(value);
    } else if (typeof value === 'object' && value !== null) {
      if ('given' in value) texts.push(`${value.family} ${value.middle} ${value.given}`);
      else if ('number' in value) texts.push(value.number);
    }
  }
  return { texts, dates };
}

/** `2026-11-20` as a clerk types it, `20/11/2026`; a date known to the month or year stays as it is. */
export function typedDate(date: string): string {
  return date.split('-').reverse().join('/');
}
