import type { ChecklistItem } from '#shared/procedures/define-procedure.ts';
import { authorisation, requesterIdentity } from '#shared/procedures/requester-papers.ts';
import { birthNotice } from './form-birth-paper.ts';
import { hasParents, isAbandoned, notAbandoned } from './form-case.ts';

/** Thành phần hồ sơ of 1.001193: Luật Hộ tịch 2014, Điều 16; NĐ 123/2015/NĐ-CP, Điều 9, 14, 15, 16; NĐ 18/2026/NĐ-CP. */
export const checklist: readonly ChecklistItem[] = [
  {
    id: 'declaration',
    name: 'Tờ khai đăng ký khai sinh',
    handling: 'submit',
    forms: ['original', 'electronic'],
    neededWhen: true,
    note: 'Nộp trực tuyến thì dùng mẫu hộ tịch điện tử tương tác.',
  },
  {
    id: 'birth-notice',
    name: 'Giấy chứng sinh',
    handling: 'submit',
    forms: ['original', 'electronic'],
    neededWhen: { all: [notAbandoned, birthNotice] },
    note: 'Không cần bản giấy khi đọc được dữ liệu điện tử có ký số.',
  },
  {
    id: 'birth-witness',
    name: 'Văn bản của người làm chứng xác nhận về việc sinh',
    handling: 'submit',
    forms: ['original'],
    neededWhen: { all: [notAbandoned, { key: 'paper.kind', is: 'witness' }] },
  },
  {
    id: 'birth-affidavit',
    name: 'Giấy cam đoan về việc sinh',
    handling: 'submit',
    forms: ['original'],
    neededWhen: { all: [notAbandoned, { key: 'paper.kind', is: 'affidavit' }] },
  },
  {
    id: 'abandonment-record',
    name: 'Biên bản về việc trẻ bị bỏ rơi',
    handling: 'submit',
    forms: ['original'],
    neededWhen: isAbandoned,
    note: 'Đã niêm yết thông báo 07 ngày liên tục tại trụ sở UBND.',
  },
  {
    id: 'surrogacy-confirmation',
    name: 'Văn bản xác nhận của cơ sở y tế về việc mang thai hộ',
    handling: 'submit',
    forms: ['original'],
    neededWhen: { key: 'case.surrogacy', is: true },
  },
  {
    id: 'shared-child-acknowledgement',
    name: 'Văn bản thừa nhận con chung của cha, mẹ',
    handling: 'submit',
    forms: ['original'],
    neededWhen: { key: 'marriage.afterBirth', is: true },
  },
  authorisation,
  requesterIdentity,
  {
    id: 'residence-proof',
    name: 'Giấy tờ chứng minh nơi cư trú',
    handling: 'present',
    forms: ['original', 'copy', 'electronic'],
    neededWhen: hasParents,
    optional: true,
    note: 'Chỉ khi không khai thác được dữ liệu về cư trú.',
  },
];
