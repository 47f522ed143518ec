import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitals, compareNames, fullName, nameProblems, normaliseName, parseName } from './names.ts';

const syllables = ['nguyễn', 'THỊ', 'Hòa', 'đặng', 'ÂU', 'y', "H'ly", 'mai-anh', 'Ê-ĐÊ', 'ứng', 'Quý'];
const typedName = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 6 })
  .chain((words) => fc.constantFrom(' ', '  ', '\u00a0').map((space) => words.join(space)));

function tidy(text: string): string {
  return fullName(normaliseName(parseName(text)));
}

function codes(text: string): string[] {
  return nameProblems(parseName(text), 'child.name').map((each) => `${each.severity} ${each.code}`);
}

describe('parsing', () => {
  test('the first word is the family name and the last the given name', () => {
    expect(parseName('Nguyễn Thị Thu Hà')).toEqual({ family: 'Nguyễn', middle: 'Thị Thu', given: 'Hà' });
    expect(parseName('Trần Nam')).toEqual({ family: 'Trần', middle: '', given: 'Nam' });
    expect(parseName('Suharto')).toEqual({ family: '', middle: '', given: 'Suharto' });
    expect(parseName('   ')).toEqual({ family: '', middle: '', given: '' });
  });

  test('a normalised name goes to one line and back unchanged', () => {
    fc.assert(
      fc.property(typedName, (typed) => {
        const name = normaliseName(parseName(typed));
        expect(parseName(fullName(name))).toEqual(name);
        expect(normaliseName(name)).toEqual(name);
      }),
    );
  });
});

describe('normalising', () => {
  test.each([
    ['NGUYỄN VĂN ĐỨC', 'Nguyễn Văn Đức'],
    ['nguyễn  văn đức ', 'Nguyễn Văn Đức'],
    ['NGuyễn VĂn đứC', 'Nguyễn Văn Đức'],
    ['nguyễn thị ấn', 'Nguyễn Thị Ấn'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ["K'brêu Y-blô", "K'brêu Y-Blô"],
    ['Ronald McDonald', 'Ronald McDonald'],
    ['Ðặng Thùy Trâm', 'Đặng Thùy Trâm'],
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hoà'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(tidy(typed)).toBe(kept);
    expect(tidy(typed.normalize('NFD'))).toBe(kept);
  });

  test('capitals for certificates keep every mark', () => {
    expect(capitals(parseName('Nguyễn Ỷ Lan Đường'))).toBe('NGUYỄN Ỷ LAN ĐƯỜNG');
  });
});

test('lists are in the order of given names, in the Vietnamese alphabet', () => {
  const sorted = ['Trần Văn Đức', 'Lê Thị Ân', 'Nguyễn An', 'Bùi Dung', 'Đỗ An']
    .map(parseName)
    .sort(compareNames);
  expect(sorted.map(fullName)).toEqual(['Đỗ An', 'Nguyễn An', 'Lê Thị Ân', 'Bùi Dung', 'Trần Văn Đức']);
});

describe('problems', () => {
  test.each(['Nguyễn Thị Hòa', "H'Hen Niê", 'Y-Blô Êban', 'Phan Thanh Trang', 'Anna Maria', ''])(
    'none in %s',
    (name) => {
      expect(codes(name)).toEqual([]);
    },
  );

  test.each([
    ['Nguyễn V@n A', ['error person/name-characters']],
    ['Nguyễn Văn <script>', ['error person/name-characters']],
    ['Nguyeenx Văn A', ['warning person/name-telex']],
    ['Nguyễnx Dduwcs', ['warning person/name-telex', 'warning person/name-telex']],
    ['Nguye6n4 Văn A', ['error person/name-characters', 'warning person/name-telex']],
    ['Công Tằng Tôn Nữ Hoàng Phương', []],
    ['Công Tằng Tôn Nữ Hoàng Phương Thảo', ['warning person/name-long']],
  ])('%s', (name, expected) => {
    expect(codes(name)).toEqual(expected);
  });

  test('name their field and what the word was meant to be', () => {
    const [found] = nameProblems(parseName('Nguyeenx A'), 'child.name');
    expect(found?.field).toBe('child.name');
    expect(found?.message).toContain('“Nguyễn”');
  });
});
