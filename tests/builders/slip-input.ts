import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import type { SlipInput } from '#shared/documents/slips/slip-input.ts';
import { type Instant, instantAt } from '#shared/kernel/instant.ts';
import { plainDate } from '#shared/kernel/plain-date.ts';
import { testOffice } from './offices.ts';

/** A moment on 20/11/2026 in Hà Nội. */
export function thatDay(hours: number, minutes = 0): Instant {
  return instantAt({ date: plainDate(2026, 11, 20), minutes: hours * 60 + minutes });
}

export const sameDayDue: DueDate = {
  at: thatDay(17),
  date: plainDate(2026, 11, 20),
  rule: { kind: 'same-day', cutOffMinutes: 15 * 60 },
  legalBasis: 'Luật Hộ tịch 2014, Điều 5 khoản 3',
  calendarVersion: 'test',
};

/** What the desk slips are printed from; change what a test is about. */
export function slipInput(changes: Partial<SlipInput> = {}): SlipInput {
  return {
    office: testOffice,
    dossierCode: 'H26.12-261120-0001',
    localRef: 'T-A1-7',
    parties: {
      applicant: 'Nguyễn Thị Thử',
      applicantAddress: 'Tổ 3, phường Cầu Giấy, thành phố Hà Nội',
      applicantPhone: '0912345678',
      applicantEmail: '',
    },
    procedureName: 'Đăng ký hội viên',
    components: [
      { name: 'Tờ khai', form: 'original', count: 1 },
      { name: 'Giấy giới thiệu', form: 'copy', count: 2 },
    ],
    setCount: 1,
    receivedAt: thatDay(9, 12),
    due: sameDayDue,
    returnBy: 'desk',
    fees: [],
    money: 'none',
    clerkName: 'Lê Thị Mẫu',
    ...changes,
  };
}
