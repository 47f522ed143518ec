import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { latestDay } from '#shared/people/partial-date.ts';
import type { ProcedureContext } from '#shared/procedures/define-procedure.ts';
import { registrationDue } from '#shared/procedures/registration-due.ts';
import type { DeathFacts } from './form.ts';
import { ruleSets } from './versions.ts';

/** The family's time to register: 15 days from death (Luật Hộ tịch 2014, Điều 33 khoản 1). Day 15 is still in time. */
const daysAllowed = 15;

/** Late only when every day the date allows is; a death of unknown date is not called late. */
export function isInTime(facts: DeathFacts, on: PlainDate): boolean {
  const died = facts['death.date'];
  return died === undefined || daysBetween(latestDay(died), on) <= daysAllowed;
}

/** At the desk or on the road, like every registration there (Luật Hộ tịch 2014, Điều 34 khoản 2). */
export function due(facts: DeathFacts, receivedAt: Instant, context: ProcedureContext): Result<DueDate> {
  return registrationDue(facts['case.mobile'] === true, ruleSets, receivedAt, context);
}
