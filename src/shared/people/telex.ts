import { isVietnameseSyllable, placeTone, type Tone } from './syllable.ts';

const TONES: Readonly<Record<string, Tone>> = { s: 'acute', f: 'grave', r: 'hook', x: 'tilde', j: 'dot' };

/**
 * What a word was meant to be when Telex keys were left in it: `Nguyeenx` → `nguyễn`, `Dduwcs` → `đức`.
 * Undefined when the word is a Vietnamese syllable as it stands, or does not become one.
 */
export function telexReading(word: string): string | undefined {
  const lower = word.normalize('NFC').toLowerCase();
  if (isVietnameseSyllable(lower) || !/^\p{L}{2,}$/u.test(lower)) return undefined;
  const plain = decodeMarks(lower);
  if (plain !== lower && isVietnameseSyllable(plain)) return plain;
  for (let at = lower.length - 1; at > firstVowel(lower); at -= 1) {
    const tone = TONES[lower.charAt(at)];
    if (tone === undefined) continue;
    const toneless = decodeMarks(lower.slice(0, at) + lower.slice(at + 1));
    // A word that has its tone already (`Nguyễnx`) only carries one key too many.
    if (isVietnameseSyllable(toneless)) return placeTone(toneless, tone) ?? toneless;
  }
  return undefined;
}

function firstVowel(word: string): number {
  const at = word.search(/[aeiouyăâêôơư]/u);
  return at < 0 ? word.length : at;
}

/** The doubled and w keys: `aa` â, `ee` ê, `oo` ô, `aw` ă, `ow` ơ, `uw` or `w` ư, `uow` ươ, `dd` đ. */
function decodeMarks(word: string): string {
  return word
    .replace(/dd/g, 'đ')
    .replace(/^d(.*)d$/, 'đ$1')
    .replace(/aa/g, 'â')
    .replace(/ee/g, 'ê')
    .replace(/oo/g, 'ô')
    .replace(/uow|uwow/g, 'ươ')
    .replace(/aw/g, 'ă')
    .replace(/ow/g, 'ơ')
    .replace(/uw|w/g, 'ư')
    .normalize('NFC');
}
