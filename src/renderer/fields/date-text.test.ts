import { describe, expect, it } from 'vitest';
import { dateReading, readDate, shownDate, stepDate } from './date-text.ts';

describe('a date as a clerk types it', () => {
  it.each([
    ['01/02/1990', '1990-02-01'],
    ['1/2/1990', '1990-02-01'],
    ['01021990', '1990-02-01'],
    ['02/1990', '1990-02'],
    ['1990', '1990'],
    ['00/00/1990', '1990'],
  ])('reads %s as %s', (typed, iso) => {
    expect(readDate(typed)).toBe(iso);
  });

  it.each(['31/02/1990', '1/2/90', 'mai'])('keeps %s as typed, for validation to name', (typed) => {
    expect(readDate(typed)).toBe(typed);
    expect(shownDate(typed)).toBe(typed);
    expect(dateReading(typed)).toBe('');
  });

  it('shows what it kept in the order of the paper, whatever is known', () => {
    expect(['1990-02-01', '1990-02', '1990'].map(shownDate)).toEqual(['01/02/1990', '02/1990', '1990']);
  });

  it('steps over the end of a month, and only from a full date', () => {
    expect(stepDate('2026-02-28', 1)).toBe('2026-03-01');
    expect(stepDate('2026-02', 1)).toBeUndefined();
  });
});
