import { expect, test } from 'vitest';
import { dateInWords, numberInWords } from './date-in-words.ts';
import type { PartialDate } from './person-values.ts';

test.each([
  ['2003-02-26', 'Ngày hai mươi sáu tháng hai năm hai nghìn không trăm linh ba'],
  ['2026-08-15', 'Ngày mười lăm tháng tám năm hai nghìn không trăm hai mươi sáu'],
  ['1991-04-01', 'Ngày một tháng tư năm một nghìn chín trăm chín mươi mốt'],
  ['2000-01-21', 'Ngày hai mươi mốt tháng một năm hai nghìn'],
  ['2025-12-25', 'Ngày hai mươi lăm tháng mười hai năm hai nghìn không trăm hai mươi lăm'],
  ['2010-11-11', 'Ngày mười một tháng mười một năm hai nghìn không trăm mười'],
  ['1985-06', 'Tháng sáu năm một nghìn chín trăm tám mươi lăm'],
  ['1905', 'Năm một nghìn chín trăm linh năm'],
])('%s is read "%s"', (date, words) => {
  expect(dateInWords(date as PartialDate)).toBe(words);
});

test.each([
  [0, 'không'],
  [5, 'năm'],
  [10, 'mười'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [24, 'hai mươi tư'],
  [101, 'một trăm linh một'],
  [111, 'một trăm mười một'],
  [555, 'năm trăm năm mươi lăm'],
  [8000, 'tám nghìn'],
  [1_000_000, 'một triệu'],
  [1_000_005, 'một triệu không trăm linh năm'],
  [123_045_600, 'một trăm hai mươi ba triệu không trăm bốn mươi lăm nghìn sáu trăm'],
  [2_000_000_000, 'hai tỷ'],
])('%i is read "%s"', (value, words) => {
  expect(numberInWords(value)).toBe(words);
});

test('a number that cannot be read aloud is a bug', () => {
  for (const value of [-1, 1.5, 1e12, Number.NaN]) expect(() => numberInWords(value)).toThrow(RangeError);
});
