/** Spelling of Vietnamese syllables: enough to tell a mistyped word from a right one. */

export type Tone = 'acute' | 'grave' | 'hook' | 'tilde' | 'dot';

const INITIALS = [
  ...['ngh', 'ng', 'nh', 'ch', 'gh', 'gi', 'kh', 'ph', 'qu', 'th', 'tr'],
  ...['b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'q', 'r', 's', 't', 'v', 'x', ''],
];

const RHYMES = new Set(
  [
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
    'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu',
    'o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt',
    'oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
    'u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uêt uêu uôc uôi uôm uôn uông uôt uơ',
    'uy uya uych uynh uyt uyu uyn uyên uyêt uyp ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
    'y ych ym yn yp yt ynh yêm yên yêng yêt yêu',
  ].flatMap((line) => line.split(' ')),
);

/** Every initial with every rhyme it may stand before, to how long the rhyme is. The first initial listed wins. */
const SYLLABLES: ReadonlyMap<string, number> = new Map(
  INITIALS.toReversed().flatMap((initial) => [...RHYMES].map((rhyme) => [initial + rhyme, rhyme.length])),
);

const MARKS: Readonly<Record<Tone, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  hook: '\u0309',
  tilde: '\u0303',
  dot: '\u0323',
};
const ANY_TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** Letters of one code unit that carry a tone, to the letter without it: names are read by the thousand. */
const TONELESS: ReadonlyMap<string, string> = new Map(
  [...'aăâeêioôơuưy'].flatMap((vowel) =>
    Object.values(MARKS).map((mark) => [(vowel + mark).normalize('NFC'), vowel]),
  ),
);
/** Words of these letters alone hold no mark that {@link TONELESS} does not know. */
const COMPOSED = /^[a-zđăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]*$/;

/** Whether a lower-case word can be a Vietnamese syllable, with or without a tone. */
export function isVietnameseSyllable(word: string): boolean {
  return rhymeOf(withoutTone(word)) !== undefined;
}

/** The syllable with a tone on the right vowel (`hoa`, grave → `hòa`); undefined when it is no syllable. */
export function placeTone(syllable: string, tone: Tone): string | undefined {
  const plain = withoutTone(syllable);
  const rhyme = rhymeOf(plain);
  if (rhyme === undefined || plain !== syllable.normalize('NFC')) return undefined;
  const at = plain.length - rhyme.length + toneVowel(rhyme);
  return (plain.slice(0, at + 1) + MARKS[tone] + plain.slice(at + 1)).normalize('NFC');
}

function withoutTone(word: string): string {
  if (COMPOSED.test(word)) {
    let plain = '';
    for (const letter of word) plain += TONELESS.get(letter) ?? letter;
    return plain;
  }
  return word.normalize('NFD').replace(ANY_TONE, '').normalize('NFC');
}

function rhymeOf(plain: string): string | undefined {
  const length = SYLLABLES.get(plain);
  return length === undefined ? undefined : plain.slice(plain.length - length);
}

/** Index, within the rhyme, of the vowel that carries the tone (hòa and thúy, not hoà and thuý). */
function toneVowel(rhyme: string): number {
  const vowels = /^[aăâeêioôơuưy]+/u.exec(rhyme)?.[0] ?? '';
  const marked = Math.max(...[...vowels].map((vowel, at) => ('ăâêôơư'.includes(vowel) ? at : -1)));
  if (marked >= 0) return marked;
  if (vowels.length < rhyme.length) return vowels.length - 1;
  return vowels.length === 1 ? 0 : vowels.length - 2;
}
