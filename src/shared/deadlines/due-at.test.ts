import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, instantAt, localDateTime, parseInstant } from '../kernel/instant.ts';
import { addDays, daysBetween, type PlainDate, parsePlainDate, plainDate } from '../kernel/plain-date.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { DeadlineRule } from './deadline-rule.ts';
import { dueAt } from './due-at.ts';
import { vietnamCalendar } from './vietnam-calendar.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const sameDay: DeadlineRule = { kind: 'same-day', cutOffMinutes: 15 * 60 };
const days = (n: number): DeadlineRule => ({ kind: 'working-days', days: n });
const calendarDays = (n: number): DeadlineRule => ({ kind: 'calendar-days', days: n });
const hours = (n: number): DeadlineRule => ({ kind: 'working-hours', hours: n });

function dayOf(text: string): PlainDate {
  const date = parsePlainDate(text.split('/').reverse().join('-'));
  if (!date) throw new Error(text);
  return date;
}

/** @param text `13/02/2026 14:59`, on the clocks of Hà Nội */
function at(text: string): Instant {
  const [day = '', hour = '', minute = ''] = text.split(/[ :]/);
  return instantAt({ date: dayOf(day), minutes: Number(hour) * 60 + Number(minute) });
}

function due(rule: DeadlineRule, received: Instant, calendar = vietnamCalendar): string {
  const result = dueAt(rule, received, calendar, 'Luật Hộ tịch 2014, Điều 5');
  if (!result.ok) return result.error.map((each) => each.code).join();
  const { date, minutes } = localDateTime(result.value.at);
  expect(date).toBe(result.value.date);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${date.split('-').reverse().join('/')} ${clock}`;
}

function without(...dates: string[]): WorkingCalendar {
  const gone = dates.map(dayOf);
  return { ...vietnamCalendar, days: vietnamCalendar.days.filter((day) => !gone.includes(day.date)) };
}

const morning = vietnamCalendar.shifts.slice(0, 1);

describe('the vectors of the one-stop notes', () => {
  test.each([
    ['13/02/2026 14:59', sameDay, '13/02/2026 17:00'],
    ['13/02/2026 15:00', sameDay, '13/02/2026 17:00'],
    ['13/02/2026 15:01', sameDay, '23/02/2026 17:00'],
    ['14/02/2026 09:00', sameDay, '23/02/2026 17:00'],
    ['11/02/2026 10:00', days(3), '23/02/2026 17:00'],
    ['16/02/2026 09:00', days(1), '24/02/2026 17:00'],
    ['09/01/2026 16:00', sameDay, '10/01/2026 17:00'],
    ['30/12/2025 09:00', days(5), '08/01/2026 17:00'],
    ['24/04/2026 09:00', days(3), '04/05/2026 17:00'],
    ['26/08/2026 09:00', days(5), '07/09/2026 17:00'],
    ['02/10/2026 15:01', sameDay, '05/10/2026 17:00'],
  ])('received %s under %j is due %s', (received, rule, expected) => {
    expect(due(rule, at(received))).toBe(expected);
  });

  test('without the swap of 02/01/2026 the two that cross it end where the ordinary week says', () => {
    const unswapped = without('02/01/2026', '10/01/2026');
    expect(due(sameDay, at('09/01/2026 16:00'), unswapped)).toBe('12/01/2026 17:00');
    expect(due(days(5), at('30/12/2025 09:00'), unswapped)).toBe('07/01/2026 17:00');
  });
});

describe('bugs of a production engine that stay away', () => {
  test('a December receipt knows the holidays of the next year', () => {
    expect(due(days(2), at('30/12/2025 09:00'))).toBe('05/01/2026 17:00');
    expect(due(days(1), at('31/12/2027 16:00'))).toBe('04/01/2028 17:00');
  });

  test('a make-up Saturday is a working day', () => {
    expect(due(days(1), at('21/08/2026 09:00'))).toBe('22/08/2026 17:00');
    expect(due(sameDay, at('22/08/2026 09:00'))).toBe('22/08/2026 17:00');
  });

  test('an hour counted from the very end of the morning continues after lunch', () => {
    expect(due(hours(1), at('05/01/2026 12:00'))).toBe('05/01/2026 14:00');
    expect(due(hours(1), at('05/01/2026 12:30'))).toBe('05/01/2026 14:00');
    expect(due(hours(1), at('05/01/2026 11:00'))).toBe('05/01/2026 12:00');
  });

  test('a receipt after closing before a weekend counts from the next opening', () => {
    expect(due(days(1), at('02/10/2026 17:01'))).toBe('06/10/2026 17:00');
    expect(due(days(1), at('02/10/2026 17:00'))).toBe('05/10/2026 17:00');
    expect(due(days(1), at('03/10/2026 09:00'))).toBe('06/10/2026 17:00');
  });

  test('a year without data is an error, never a made-up date', () => {
    expect(due(sameDay, at('31/12/2028 09:00'))).toBe('calendar/no-data');
    expect(due(days(1), at('29/12/2028 09:00'))).toBe('calendar/no-data');
    expect(due(sameDay, at('31/12/2024 09:00'))).toBe('calendar/no-data');
    expect(due(hours(9), at('29/12/2028 09:00'))).toBe('calendar/no-data');
  });

  test('the clock is that of Việt Nam, whatever the offset the instant was written with', () => {
    const written = ['2026-02-13T15:00:00+07:00', '2026-02-13T08:00:00Z', '2026-02-13T00:00:00-08:00'].map(
      parseInstant,
    );
    for (const received of written) expect(received && due(sameDay, received)).toBe('13/02/2026 17:00');
    const late = parseInstant('2026-02-12T18:00:00Z');
    expect(late && localDateTime(late).date).toBe('2026-02-13');
    expect(late && due(sameDay, late)).toBe('13/02/2026 17:00');
  });
});

describe('calendar days', () => {
  test('run over weekends and end on a working day', () => {
    expect(due(calendarDays(5), at('05/01/2026 09:00'))).toBe('10/01/2026 17:00');
    expect(due(calendarDays(5), at('12/01/2026 09:00'))).toBe('19/01/2026 17:00');
    expect(due(calendarDays(12), at('05/02/2026 09:00'))).toBe('23/02/2026 17:00');
  });
});

describe('working hours', () => {
  test.each([
    ['05/01/2026 08:00', 8, '05/01/2026 17:00'],
    ['05/01/2026 07:00', 2, '05/01/2026 10:00'],
    ['05/01/2026 16:00', 2, '06/01/2026 09:00'],
    ['05/01/2026 18:00', 2, '06/01/2026 10:00'],
    ['13/02/2026 16:00', 8, '23/02/2026 16:00'],
    ['13/02/2026 16:00', 1, '13/02/2026 17:00'],
    ['13/02/2026 17:00', 0.5, '23/02/2026 08:30'],
  ])('%s and %d hours end %s', (received, n, expected) => {
    expect(due(hours(n), at(received))).toBe(expected);
  });
});

test('a day open in the morning only closes at noon', () => {
  const date = dayOf('13/02/2026');
  const calendar: WorkingCalendar = {
    ...vietnamCalendar,
    days: [...vietnamCalendar.days, { date, kind: 'half', name: 'Chiều nghỉ', shifts: morning }],
  };
  expect(due(sameDay, at('13/02/2026 11:00'), calendar)).toBe('13/02/2026 12:00');
  expect(due(sameDay, at('13/02/2026 13:00'), calendar)).toBe('23/02/2026 17:00');
});

describe('always', () => {
  const first = plainDate(2025, 1, 1);
  const span = daysBetween(first, plainDate(2028, 10, 1));
  const moment = fc
    .record({ day: fc.nat(span), minutes: fc.nat(24 * 60 - 1) })
    .map(({ day, minutes }) => instantAt({ date: addDays(first, day), minutes }));
  const rule = fc.oneof(
    fc.constant(sameDay),
    fc.integer({ min: 0, max: 30 }).map(days),
    fc.integer({ min: 1, max: 45 }).map(calendarDays),
    fc.integer({ min: 1, max: 80 }).map(hours),
  );

  test('the due day is a working day, not before the receipt', () => {
    fc.assert(
      fc.property(rule, moment, (each, received) => {
        const result = dueAt(each, received, vietnamCalendar, '');
        if (!result.ok) throw new Error('no data');
        expect(isWorkingDay(result.value.date, vietnamCalendar)).toEqual({ ok: true, value: true });
        expect(result.value.at >= received).toBe(true);
      }),
    );
  });

  test('what is received later is not due earlier', () => {
    fc.assert(
      fc.property(rule, moment, moment, (each, a, b) => {
        const [earlier, later] = [a, b]
          .sort()
          .map((received) => dueAt(each, received as Instant, vietnamCalendar, ''));
        if (!earlier?.ok || !later?.ok) throw new Error('no data');
        expect(earlier.value.at <= later.value.at).toBe(true);
      }),
    );
  });

  test('adding N working days and then M is adding N + M', () => {
    fc.assert(
      fc.property(fc.nat(span), fc.nat(20), fc.nat(20), (day, n, m) => {
        const start = addDays(first, day);
        const half = addWorkingDays(start, n, vietnamCalendar);
        if (!half.ok) throw new Error('no data');
        expect(addWorkingDays(half.value, m, vietnamCalendar)).toEqual(
          addWorkingDays(start, n + m, vietnamCalendar),
        );
      }),
    );
  });
});
