import { addWorkingDays } from '#shared/deadlines/working-days.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import type { PayloadOf } from './action-context.ts';

/** The other office answers within three working days (TT 04/2020/TT-BTP). */
const ANSWER_DAYS = 3;

export const requestVerification: PayloadOf<'verification-requested'> = (
  { addressee, question },
  { app, now },
) => {
  const dueBy = addWorkingDays(localDate(now), ANSWER_DAYS, app.calendar);
  return dueBy.ok ? ok({ addressee, question, dueBy: dueBy.value }) : dueBy;
};
