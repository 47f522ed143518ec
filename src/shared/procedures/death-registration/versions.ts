import { plainDate } from '#shared/kernel/plain-date.ts';
import type { PayloadVersion, RuleSet } from '#shared/procedures/define-procedure.ts';

export const versions: readonly PayloadVersion[] = [{ version: 1, name: 'Tờ khai TT 04/2024/TT-BTP' }];

/** From 01/3/2027 the paper given is the Giấy chứng tử of Luật 03/2026/QH16, before it the Trích lục khai tử. */
export const ruleSets = [
  {
    id: 'law-2014',
    from: plainDate(2016, 1, 1),
    to: plainDate(2027, 2, 28),
    basis: 'Luật Hộ tịch số 60/2014/QH13, Điều 5 khoản 3, Điều 34',
  },
  { id: 'law-2026', from: plainDate(2027, 3, 1), basis: 'Luật Hộ tịch số 03/2026/QH16' },
] as const satisfies readonly RuleSet[];
