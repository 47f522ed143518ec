import type { ChecklistItem } from '#shared/procedures/define-procedure.ts';
import { authorisation, requesterIdentity } from '#shared/procedures/requester-papers.ts';
import { residenceUnknown } from './form-case.ts';
import { onEvidence, onNotice } from './form-notice.ts';

/** Thành phần hồ sơ of 1.000656: Luật Hộ tịch 2014, Điều 34; NĐ 123/2015/NĐ-CP, Điều 4; TT 04/2020/TT-BTP, Điều 13. */
export const checklist: readonly ChecklistItem[] = [
  {
    id: 'declaration',
    name: 'Tờ khai đăng ký khai tử',
    handling: 'submit',
    forms: ['original', 'electronic'],
    neededWhen: true,
    note: 'Nộp trực tuyến thì dùng mẫu hộ tịch điện tử tương tác.',
  },
  {
    id: 'death-notice',
    name: 'Giấy báo tử hoặc giấy tờ thay Giấy báo tử',
    handling: 'submit',
    forms: ['original', 'electronic'],
    neededWhen: onNotice,
  },
  {
    id: 'death-evidence',
    name: 'Giấy tờ, tài liệu, chứng cứ chứng minh sự kiện chết',
    handling: 'submit',
    forms: ['original', 'copy'],
    neededWhen: onEvidence,
    note: 'Người chết đã lâu, không có Giấy báo tử.',
  },
  authorisation,
  {
    id: 'place-of-death-proof',
    name: 'Giấy tờ chứng minh nơi chết hoặc nơi phát hiện thi thể',
    handling: 'present',
    forms: ['original', 'copy', 'electronic'],
    neededWhen: residenceUnknown,
  },
  requesterIdentity,
  {
    id: 'residence-proof',
    name: 'Giấy tờ chứng minh nơi cư trú cuối cùng của người chết',
    handling: 'present',
    forms: ['original', 'copy', 'electronic'],
    neededWhen: { not: residenceUnknown },
    optional: true,
    note: 'Chỉ khi không khai thác được dữ liệu về cư trú.',
  },
];
