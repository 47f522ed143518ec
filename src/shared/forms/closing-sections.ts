import { feeExemptionChoices } from '../fees/exemption.ts';
import type { FactsOf } from './field.ts';

/** Copies asked for: the last part of a declaration (TT 04/2024/TT-BTP). */
export const copiesSection = {
  id: 'copies',
  title: 'Đề nghị cấp bản sao',
  fields: [
    { key: 'copies.request', kind: 'copies', label: 'Đề nghị cấp bản sao', required: false },
    {
      key: 'copies.electronicIdentity',
      kind: 'yes-no',
      label: 'Người yêu cầu có tài khoản định danh điện tử mức độ 2',
      required: false,
      hint: 'Được miễn phí bản sao từ 15/8/2026 đến hết 28/02/2027 (TT 117/2026/TT-BTC).',
      initial: false,
    },
  ],
} as const;

/** Why no fee is due (Luật Hộ tịch 2014, Điều 11): not part of the paper, asked by the desk. */
export const exemptionSection = {
  id: 'fee',
  title: 'Lệ phí',
  fields: [
    {
      key: 'fee.exemption',
      kind: 'choice',
      label: 'Đối tượng miễn lệ phí',
      required: false,
      choices: feeExemptionChoices,
    },
  ],
} as const;

export type ClosingFacts = FactsOf<{
  readonly sections: readonly [typeof copiesSection, typeof exemptionSection];
}>;
