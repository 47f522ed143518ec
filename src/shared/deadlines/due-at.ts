import { assertNever } from '../kernel/assert-never.ts';
import { type Instant, instantAt, type LocalDateTime, localDateTime } from '../kernel/instant.ts';
import { addDays } from '../kernel/plain-date.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { DeadlineRule, DueDate } from './deadline-rule.ts';
import { addWorkingDays, dayOpen, nextWorkingDay } from './working-days.ts';

/**
 * When a dossier is due. Clocks are those of Việt Nam, whatever the zone of the machine, read to the minute as the
 * slip prints them.
 *
 * Day of receipt: a dossier that comes on a day off or after closing (online, by post) counts as received on the
 * next working day, at opening. Days are counted from the day after the day of receipt (BLDS 2015, Điều 147 khoản 2)
 * and end at closing time; a term whose last day is a day off ends on the next working day (Điều 148 khoản 5).
 * Same-day: strictly after the cut-off is the next working day; exactly at the cut-off still is the same day.
 * Hours: counted inside opening hours only, over lunch, nights and holidays.
 *
 * Fails with `calendar/no-data` when the count leaves the years of the calendar.
 */
export function dueAt(
  rule: DeadlineRule,
  receivedAt: Instant,
  calendar: WorkingCalendar,
  legalBasis: string,
): Result<DueDate> {
  const received = effectiveReceipt(localDateTime(receivedAt), calendar);
  if (!received.ok) return received;
  const due = dueLocal(rule, received.value, calendar);
  if (!due.ok) return due;
  const { date } = due.value;
  return ok({ at: instantAt(due.value), date, rule, legalBasis, calendarVersion: calendar.version });
}

function dueLocal(
  rule: DeadlineRule,
  received: LocalDateTime,
  calendar: WorkingCalendar,
): Result<LocalDateTime> {
  switch (rule.kind) {
    case 'same-day': {
      if (received.minutes <= rule.cutOffMinutes) return closingOf(ok(received.date), calendar);
      return closingOf(nextWorkingDay(received.date, calendar), calendar);
    }
    case 'working-days':
      return closingOf(addWorkingDays(received.date, rule.days, calendar), calendar);
    case 'calendar-days': {
      // The working day after the eve of the last day is the last day itself, when it is a working day.
      const eve = addDays(received.date, rule.days - 1);
      return closingOf(nextWorkingDay(eve, calendar), calendar);
    }
    case 'working-hours':
      return afterWorkingMinutes(received, Math.round(rule.hours * 60), calendar);
    default:
      return assertNever(rule, 'deadline rule');
  }
}

/** The receipt itself, or minute 0 of the next working day when the desk was done for the day. */
function effectiveReceipt(received: LocalDateTime, calendar: WorkingCalendar): Result<LocalDateTime> {
  const open = dayOpen(received.date, calendar);
  if (!open.ok) return open;
  const closing = open.value.at(-1)?.[1];
  if (closing !== undefined && received.minutes <= closing) return ok(received);
  const next = nextWorkingDay(received.date, calendar);
  return next.ok ? ok({ date: next.value, minutes: 0 }) : next;
}

function closingOf(date: Result<LocalDateTime['date']>, calendar: WorkingCalendar): Result<LocalDateTime> {
  if (!date.ok) return date;
  const open = dayOpen(date.value, calendar);
  if (!open.ok) return open;
  const closing = open.value.at(-1)?.[1];
  if (closing === undefined) throw new RangeError(`${date.value} is not a working day`);
  return ok({ date: date.value, minutes: closing });
}

function afterWorkingMinutes(
  start: LocalDateTime,
  minutes: number,
  calendar: WorkingCalendar,
): Result<LocalDateTime> {
  let left = minutes;
  for (let { date, minutes: from } = start; ; ) {
    const open = dayOpen(date, calendar);
    if (!open.ok) return open;
    for (const [opening, closing] of open.value) {
      const begin = Math.max(opening, from);
      if (begin >= closing) continue;
      if (begin + left <= closing) return ok({ date, minutes: begin + left });
      left -= closing - begin;
    }
    date = addDays(date, 1);
    from = 0;
  }
}
