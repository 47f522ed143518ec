import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { ProcedureContext } from '#shared/procedures/define-procedure.ts';
import { registrationDue } from '#shared/procedures/registration-due.ts';
import type { BirthFacts } from './form.ts';
import { ruleSets } from './versions.ts';

/** Parents' time to register: 60 days from birth (Luật Hộ tịch 2014, Điều 15 khoản 1). Day 60 is still in time. */
const daysAllowed = 60;

/** Whether the birth is registered in time on that day; a birth of unknown date is not called late. */
export function isInTime(facts: BirthFacts, on: PlainDate): boolean {
  const born = facts['child.birthDate'];
  return born === undefined || daysBetween(born, on) <= daysAllowed;
}

/** At the desk or on the road, like every registration there (Luật Hộ tịch 2014, Điều 16 khoản 2). */
export function due(facts: BirthFacts, receivedAt: Instant, context: ProcedureContext): Result<DueDate> {
  return registrationDue(facts['case.mobile'] === true, ruleSets, receivedAt, context);
}
