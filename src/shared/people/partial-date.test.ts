import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysInMonth } from '../kernel/plain-date.ts';
import {
  displayPartialDate,
  earliestDay,
  isFullDate,
  latestDay,
  parsePartialDate,
  precisionOf,
  readingOf,
} from './partial-date.ts';
import type { PartialDate } from './person-values.ts';

const anyPartialDate = fc
  .record({
    year: fc.integer({ min: 1850, max: 2100 }),
    month: fc.integer({ min: 0, max: 12 }),
    day: fc.nat(31),
  })
  .map(({ year, month, day }) => {
    const two = (value: number): string => String(value).padStart(2, '0');
    if (month === 0) return `${year}` as PartialDate;
    if (day === 0 || day > daysInMonth(year, month)) return `${year}-${two(month)}` as PartialDate;
    return `${year}-${two(month)}-${two(day)}` as PartialDate;
  });

function read(raw: string): string {
  const result = parsePartialDate(raw);
  return result.ok ? result.value : result.error;
}

describe('what clerks type', () => {
  test.each([
    ['01/02/1990', '1990-02-01'],
    ['1/2/1990', '1990-02-01'],
    ['01021990', '1990-02-01'],
    ['01.02.1990', '1990-02-01'],
    ['1-2-1990', '1990-02-01'],
    ['01 02 1990', '1990-02-01'],
    [' 1 / 2 / 1990 ', '1990-02-01'],
    ['29/02/2024', '2024-02-29'],
    ['02/1990', '1990-02'],
    ['2/1990', '1990-02'],
    ['021990', '1990-02'],
    ['00/02/1990', '1990-02'],
    ['1990', '1990'],
    ['00/00/1990', '1990'],
    ['00001990', '1990'],
    ['', 'empty'],
    ['  ', 'empty'],
    ['/', 'empty'],
    ['31/02/1990', 'range'],
    ['29/02/2023', 'range'],
    ['32/01/1990', 'range'],
    ['01/13/1990', 'range'],
    ['01/00/1990', 'range'],
    ['00/1990', 'range'],
    ['1849', 'range'],
    ['2101', 'range'],
    ['1/2/90', 'century'],
    ['199', 'format'],
    ['1990-02-01', 'format'],
    ['hôm nay', 'format'],
    ['010219901', 'format'],
  ])('%j is read as %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test('years outside the range of a field are refused', () => {
    expect(parsePartialDate('1990', { min: 2000 })).toEqual({ ok: false, error: 'range' });
    expect(parsePartialDate('1990', { max: 1989 })).toEqual({ ok: false, error: 'range' });
    expect(parsePartialDate('1990', { min: 1990, max: 1990 })).toEqual({ ok: true, value: '1990' });
  });

  test('what is shown is read back as the same date', () => {
    fc.assert(
      fc.property(anyPartialDate, (date) => {
        expect(read(displayPartialDate(date))).toBe(date);
        expect(read(displayPartialDate(date).replaceAll('/', ''))).toBe(date);
      }),
    );
  });

  test('nothing typed makes it throw', () => {
    fc.assert(fc.property(fc.string(), (typed) => void parsePartialDate(typed)));
  });
});

test('the reading says what is not known', () => {
  const readings = ['1990', '1990-02', '1990-02-01'].map((date) => readingOf(date as PartialDate));
  expect(readings).toEqual([
    'năm 1990, không rõ ngày tháng',
    'tháng 02 năm 1990, không rõ ngày',
    'ngày 01 tháng 02 năm 1990',
  ]);
});

test('precision, first and last possible day', () => {
  const [year, month, day] = ['1990', '1992-02', '1990-02-01'] as PartialDate[];
  if (!year || !month || !day) throw new Error('no dates');
  expect([precisionOf(year), precisionOf(month), precisionOf(day)]).toEqual(['year', 'month', 'day']);
  expect([isFullDate(month), isFullDate(day)]).toEqual([false, true]);
  expect([earliestDay(year), latestDay(year)]).toEqual(['1990-01-01', '1990-12-31']);
  expect([earliestDay(month), latestDay(month)]).toEqual(['1992-02-01', '1992-02-29']);
  expect([earliestDay(day), latestDay(day)]).toEqual([day, day]);
});
