import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import { dueAt } from '#shared/deadlines/due-at.ts';
import { type Instant, localDate } from '#shared/kernel/instant.ts';
import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { latestDay } from '#shared/people/partial-date.ts';
import { type ProcedureContext, ruleSetOn } from '#shared/procedures/define-procedure.ts';
import type { DeathFacts } from './form.ts';
import { ruleSets } from './versions.ts';

/** The family's time to register: 15 days from death (Luật Hộ tịch 2014, Điều 33 khoản 1). Day 15 is still in time. */
const daysAllowed = 15;

/** Late only when every day the date allows is; a death of unknown date is not called late. */
export function isInTime(facts: DeathFacts, on: PlainDate): boolean {
  const died = facts['death.date'];
  return died === undefined || daysBetween(latestDay(died), on) <= daysAllowed;
}

/**
 * At the desk the same day, after 15:00 the next working day (Luật Hộ tịch 2014, Điều 5 khoản 3, Điều 34 khoản 2);
 * a mobile registration is returned within 5 working days (TT 04/2020/TT-BTP, Điều 24–25).
 */
export function due(facts: DeathFacts, receivedAt: Instant, context: ProcedureContext): Result<DueDate> {
  if (facts['case.mobile'] === true)
    return dueAt(
      { kind: 'working-days', days: 5 },
      receivedAt,
      context.calendar,
      'Thông tư số 04/2020/TT-BTP, Điều 24, Điều 25',
    );
  const { basis } = ruleSetOn(ruleSets, localDate(receivedAt));
  return dueAt({ kind: 'same-day', cutOffMinutes: 15 * 60 }, receivedAt, context.calendar, basis);
}
