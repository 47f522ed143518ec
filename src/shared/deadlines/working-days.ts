import { addDays, dayOfWeek, type PlainDate, partsOf } from '../kernel/plain-date.ts';
import { problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Shift, WorkingCalendar } from './calendar.ts';

/**
 * The opening hours of a day; none when the desk is closed. A make-up Saturday is open, a holiday is not.
 * Fails with `calendar/no-data` outside the years the calendar covers: a deadline is never guessed.
 */
export function dayOpen(date: PlainDate, calendar: WorkingCalendar): Result<readonly Shift[]> {
  const { year } = partsOf(date);
  if (year < calendar.years.from || year > calendar.years.to) {
    const text = `Chưa có lịch làm việc năm ${year}. Hãy cập nhật lịch rồi thực hiện lại.`;
    return err([problem('calendar/no-data', 'error', text)]);
  }
  const listed = calendar.days.find((day) => day.date === date);
  if (listed?.kind === 'off') return ok([]);
  if (listed?.kind === 'half') return ok(listed.shifts);
  const weekend = dayOfWeek(date) === 0 || dayOfWeek(date) === 6;
  return ok(weekend && listed?.kind !== 'make-up' ? [] : calendar.shifts);
}

export function isWorkingDay(date: PlainDate, calendar: WorkingCalendar): Result<boolean> {
  const open = dayOpen(date, calendar);
  return open.ok ? ok(open.value.length > 0) : open;
}

/** The first working day strictly after a date. */
export function nextWorkingDay(date: PlainDate, calendar: WorkingCalendar): Result<PlainDate> {
  return addWorkingDays(date, 1, calendar);
}

/**
 * The n-th working day after a date; the date itself is not counted and need not be a working day.
 * @param n whole, 0 or more; 0 answers the date itself
 */
export function addWorkingDays(date: PlainDate, n: number, calendar: WorkingCalendar): Result<PlainDate> {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of days: ${n}`);
  let day = date;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    const working = isWorkingDay(day, calendar);
    if (!working.ok) return working;
    if (working.value) left -= 1;
  }
  return ok(day);
}
