import { describe, expect, test } from 'vitest';
import { isVietnameseSyllable, placeTone } from './syllable.ts';
import { telexReading } from './telex.ts';

describe('a word with Telex keys left in it', () => {
  test.each([
    ['Nguyeenx', 'nguyễn'],
    ['NGUYEENX', 'nguyễn'],
    ['Nguyễnx', 'nguyễn'],
    ['Dduwcs', 'đức'],
    ['Dinhdf', 'đình'],
    ['Huowng', 'hương'],
    ['Quoocs', 'quốc'],
    ['Hoaf', 'hòa'],
    ['Thuyr', 'thủy'],
    ['Gias', 'giá'],
    ['Nuwx', 'nữ'],
  ])('%s was meant as %s', (typed, meant) => {
    expect(telexReading(typed)).toBe(meant);
  });

  test.each(['Nguyễn', 'Nguyen', 'Tran', 'Anna', 'Peter', 'Ksor', 'Jrai', 'Kpă', 'A', ''])(
    '%s is left alone',
    (word) => {
      expect(telexReading(word)).toBeUndefined();
    },
  );
});

test('syllables are told from other words with or without a tone', () => {
  for (const word of ['nguyễn', 'quỳnh', 'giêng', 'gì', 'nghiêm', 'oanh', 'yến', 'ỷ', 'khuya']) {
    expect(isVietnameseSyllable(word), word).toBe(true);
  }
  expect(isVietnameseSyllable('nguyễn'.normalize('NFD')), 'with its marks apart').toBe(true);
  for (const word of ['nguyen', 'anna', 'kpă', 'ban1', 'zung', '']) {
    expect(isVietnameseSyllable(word), word).toBe(false);
  }
});

test('the tone goes on the vowel that carries it', () => {
  expect(placeTone('hoang', 'grave')).toBe('hoàng');
  expect(placeTone('thuy', 'acute')).toBe('thúy');
  expect(placeTone('quy', 'acute')).toBe('quý');
  expect(placeTone('đương', 'grave')).toBe('đường');
  expect(placeTone('khuyu', 'hook')).toBe('khuỷu');
});
