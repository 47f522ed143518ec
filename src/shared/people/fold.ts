import { fullName } from './names.ts';
import type { PersonName } from './person-values.ts';

/**
 * The form in which texts are compared and searched: no tones, `đ` as `d`, lower case, punctuation as one space.
 * `hòa`/`hoà` fall together by losing their tone; `Lý`/`Lí`, `Mỹ`/`Mĩ`, `Quý`/`Quí` because a y after a consonant
 * or after qu is written i. The rule looks only backwards, so the fold of a prefix is a prefix of the fold.
 */
export function foldForSearch(text: string): string {
  return unaccent(unaccent(text))
    .replace(/(?<=[b-df-hj-np-tv-xz]|qu)y/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function foldedName(name: PersonName): string {
  return foldForSearch(fullName(name));
}

function unaccent(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd');
}
