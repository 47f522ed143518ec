import { expect, test } from 'vitest';
import { dayOfWeek, parsePlainDate, partsOf, plainDate } from '../kernel/plain-date.ts';
import { vietnamCalendar } from './vietnam-calendar.ts';
import { dayOpen, isWorkingDay, nextWorkingDay } from './working-days.ts';

test('every day listed exists once and lies in the years covered', () => {
  const dates = vietnamCalendar.days.map((day) => day.date);
  expect(new Set(dates).size).toBe(dates.length);
  for (const date of dates) {
    expect(parsePlainDate(date)).toBe(date);
    expect(partsOf(date).year).toBeGreaterThanOrEqual(vietnamCalendar.years.from);
    expect(partsOf(date).year).toBeLessThanOrEqual(vietnamCalendar.years.to);
  }
});

test('every make-up day is at a weekend', () => {
  for (const { date, kind } of vietnamCalendar.days) {
    if (kind === 'make-up') expect([0, 6], date).toContain(dayOfWeek(date));
  }
});

test.each([2025, 2026, 2027, 2028])(
  '%i has the 11 paid holidays of the law, once swaps are made up',
  (year) => {
    const days = vietnamCalendar.days.filter((day) => partsOf(day.date).year === year);
    const offWeekdays = days.filter((day) => day.kind === 'off' && ![0, 6].includes(dayOfWeek(day.date)));
    expect(offWeekdays.length - days.filter((day) => day.kind === 'make-up').length).toBe(11);
  },
);

test('the days off of Tết 2026 are 14/02 to 22/02', () => {
  const open = ['13', '14', '17', '22', '23'].map((day) =>
    isWorkingDay(plainDate(2026, 2, Number(day)), vietnamCalendar),
  );
  expect(open.map((each) => each.ok && each.value)).toEqual([true, false, false, false, true]);
  expect(nextWorkingDay(plainDate(2026, 2, 13), vietnamCalendar)).toEqual({ ok: true, value: '2026-02-23' });
});

test('an ordinary day has a morning and an afternoon, a Sunday nothing', () => {
  expect(dayOpen(plainDate(2026, 1, 5), vietnamCalendar)).toEqual({
    ok: true,
    value: vietnamCalendar.shifts,
  });
  expect(dayOpen(plainDate(2026, 1, 4), vietnamCalendar)).toEqual({ ok: true, value: [] });
});

test('a year outside the data is named', () => {
  const open = dayOpen(plainDate(2029, 1, 1), vietnamCalendar);
  expect(open.ok ? [] : open.error.map((each) => each.message)).toEqual([
    'Chưa có lịch làm việc năm 2029. Hãy cập nhật lịch rồi thực hiện lại.',
  ]);
});
