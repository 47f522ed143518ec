import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import { dueAt } from '#shared/deadlines/due-at.ts';
import { type Instant, localDate } from '#shared/kernel/instant.ts';
import type { Result } from '#shared/kernel/result.ts';
import { type ProcedureContext, type RuleSet, ruleSetOn } from './define-procedure.ts';

/**
 * When what is registered at the desk is due: the same day, after 15:00 the next working day (Luật Hộ tịch 2014, Điều 5
 * khoản 3); a mobile registration is returned within 5 working days (TT 04/2020/TT-BTP, Điều 24–25).
 * @param ruleSets of the procedure: the one in force names the legal basis
 */
export function registrationDue(
  isMobile: boolean,
  ruleSets: readonly RuleSet[],
  receivedAt: Instant,
  { calendar }: ProcedureContext,
): Result<DueDate> {
  if (isMobile) {
    const basis = 'Thông tư số 04/2020/TT-BTP, Điều 24, Điều 25';
    return dueAt({ kind: 'working-days', days: 5 }, receivedAt, calendar, basis);
  }
  const { basis } = ruleSetOn(ruleSets, localDate(receivedAt));
  return dueAt({ kind: 'same-day', cutOffMinutes: 15 * 60 }, receivedAt, calendar, basis);
}
