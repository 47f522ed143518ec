import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedName, foldForSearch } from './fold.ts';
import { parseName } from './names.ts';

const words = [
  'Nguyễn',
  'Thị',
  'Hòa',
  'HOÀ',
  'Đặng',
  'Ðức',
  'Lý',
  'Mỹ',
  'Quyên',
  "H'Hen",
  'Y-Blô',
  '2026',
  '—',
  'ß',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...words)).map((each) => each.join(' ')),
  fc.string({ unit: 'grapheme' }),
);

describe('folds together', () => {
  test.each([
    ['Nguyễn Thị Hòa', 'nguyen thi hoa'],
    ['Hòa', 'Hoà'],
    ['Thúy', 'Thuý'],
    ['Đặng Đức', 'dang duc'],
    ['Ðức', 'Đức'],
    ['Lý', 'Lí'],
    ['Mỹ', 'Mĩ'],
    ['Kỳ', 'Kì'],
    ['Quý', 'Quí'],
    ["H'Hen  Niê", 'h hen nie'],
    ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
    ['H26.15-260105-0001', 'h26 15 260105 0001'],
    ['NGUYỄN\u00a0VĂN\tA', 'nguyen van a'],
  ])('%s and %s', (a, b) => {
    expect(foldForSearch(a)).toBe(foldForSearch(b));
  });
});

describe('keeps apart', () => {
  test.each([
    ['Thúy', 'Thúi'],
    ['Mai', 'May'],
    ['Hoa', 'Hoan'],
  ])('%s and %s', (a, b) => {
    expect(foldForSearch(a)).not.toBe(foldForSearch(b));
  });
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(text, (each) => {
      expect(foldForSearch(foldForSearch(each))).toBe(foldForSearch(each));
    }),
  );
});

test('composed and decomposed text fold the same', () => {
  fc.assert(
    fc.property(text, (each) => {
      expect(foldForSearch(each.normalize('NFD'))).toBe(foldForSearch(each.normalize('NFC')));
    }),
  );
});

test('what is typed so far folds to the beginning of what the whole folds to', () => {
  for (const word of ['Nguyễn', 'Quyên', 'Huỳnh', 'Thủy', 'Lý', 'Yến', 'Khuyên']) {
    for (let end = 1; end <= word.length; end += 1) {
      expect(foldForSearch(word).startsWith(foldForSearch(word.slice(0, end))), word).toBe(true);
    }
  }
});

test('a name folds in the order it is spoken', () => {
  expect(foldedName(parseName('Nguyễn Thị Thu Hà'))).toBe('nguyen thi thu ha');
});
