import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import { dueAt } from '#shared/deadlines/due-at.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { type ProcedureContext, ruleSetOn } from '#shared/procedures/define-procedure.ts';
import type { BirthFacts } from './form.ts';
import { ruleSets } from './versions.ts';

/** Parents' time to register: 60 days from birth (Luật Hộ tịch 2014, Điều 15 khoản 1). Day 60 is still in time. */
const daysAllowed = 60;

/** Whether the birth is registered in time on that day; a birth of unknown date is not called late. */
export function isInTime(facts: BirthFacts, on: PlainDate): boolean {
  const born = facts['child.birthDate'];
  return born === undefined || daysBetween(born, on) <= daysAllowed;
}

/**
 * At the desk the same day, after 15:00 the next working day (Luật Hộ tịch 2014, Điều 5 khoản 3, Điều 16 khoản 2);
 * a mobile registration is returned within 5 working days (TT 04/2020/TT-BTP, Điều 24–25).
 */
export function due(facts: BirthFacts, receivedAt: Instant, context: ProcedureContext): Result<DueDate> {
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
