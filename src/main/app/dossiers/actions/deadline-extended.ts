import { refuse } from '#main/app/refuse.ts';
import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import { dayOpen } from '#shared/deadlines/working-days.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts';
import { ok } from '#shared/kernel/result.ts';
import type { PayloadOf } from './action-context.ts';

/** Apology and new date: form 04, signed by the head. */
const LEGAL_BASIS = 'Nghị định 118/2025/NĐ-CP: xin lỗi và hẹn lại ngày trả kết quả';

/** The new date is a working day after the present one; the result is due when the desk closes on it. */
export const extendDeadline: PayloadOf<'deadline-extended'> = ({ newDueDate, reason }, about) => {
  const { app, state, account } = about;
  const date = newDueDate as PlainDate;
  if (date <= state.due.date) {
    return refuse('dossier/invalid', 'Ngày hẹn mới phải sau ngày hẹn hiện tại. Hãy chọn ngày khác.');
  }
  const shifts = dayOpen(date, app.calendar);
  if (!shifts.ok) return shifts;
  const closing = shifts.value.at(-1)?.[1];
  if (closing === undefined) {
    return refuse('dossier/invalid', 'Ngày hẹn mới là ngày nghỉ. Hãy chọn một ngày làm việc.');
  }
  const due: DueDate = {
    at: instantAt({ date, minutes: closing }),
    date,
    rule: { kind: 'calendar-days', days: daysBetween(state.due.date, date) },
    legalBasis: LEGAL_BASIS,
    calendarVersion: app.calendar.version,
  };
  return ok({ due, reason, approvedBy: account.fullName, number: state.extensions + 1 });
};
