import { defineForm } from '#shared/forms/field.ts';
import { noteTwo } from '#shared/forms/note-two.ts';

/** A form of no law: each kind of field once, hidden fields and sections, note (2). */
export const everyKindForm = defineForm({
  sections: [
    {
      id: 'member',
      title: 'Hội viên',
      fields: [
        { key: 'member.name', kind: 'name', label: 'Họ, chữ đệm, tên:', required: true },
        { key: 'member.birth', kind: 'partial-date', label: 'Ngày sinh', required: true },
        { key: 'member.id', kind: 'identity-document', label: 'Giấy tờ tùy thân', required: false },
        {
          key: 'member.home',
          kind: 'residence',
          label: 'Nơi cư trú (2)',
          required: noteTwo('member.id', 'member.birth'),
        },
        { key: 'member.number', kind: 'personal-id', label: 'Số định danh', required: false },
        { key: 'member.phone', kind: 'phone', label: 'Điện thoại', required: false },
        { key: 'member.email', kind: 'email', label: 'Thư điện tử', required: false },
        { key: 'member.ethnicity', kind: 'ethnicity', label: 'Dân tộc', required: false, initial: 'Kinh' },
        { key: 'member.nationality', kind: 'nationality', label: 'Quốc tịch', required: false },
      ],
    },
    {
      id: 'membership',
      title: 'Việc gia nhập',
      fields: [
        { key: 'joined.on', kind: 'full-date', label: 'Ngày gia nhập', required: true },
        { key: 'joined.at', kind: 'time', label: 'Giờ', required: false },
        { key: 'joined.place', kind: 'place', label: 'Nơi gia nhập', required: false },
        {
          key: 'level',
          kind: 'choice',
          label: 'Hạng',
          required: true,
          choices: [
            { value: 'guest', label: 'Khách' },
            { value: 'full', label: 'Chính thức' },
          ],
        },
        {
          key: 'years',
          kind: 'integer',
          label: 'Số năm',
          required: { key: 'level', is: 'full' },
          shownWhen: { key: 'level', is: 'full' },
          min: 1,
          max: 10,
        },
        {
          key: 'reason',
          kind: 'text',
          label: 'Lý do',
          required: false,
          shownWhen: { present: 'years' },
          maxLength: 20,
        },
        { key: 'consent', kind: 'yes-no', label: 'Đồng ý', required: true },
        { key: 'copies', kind: 'copies', label: 'Bản sao', required: false },
      ],
    },
    {
      id: 'notes',
      title: 'Ghi chú',
      shownWhen: { key: 'consent', is: true },
      fields: [{ key: 'note', kind: 'long-text', label: 'Ghi chú', required: false }],
    },
  ],
});

/** Facts the form accepts without a word. */
export const acceptedFacts = {
  'member.name': { family: 'Đặng', middle: 'Thị', given: 'Thử' },
  'member.birth': '1990-02-01',
  'member.id': {
    kind: 'citizen-card',
    number: '001190000001',
    issuer: 'Cục Cảnh sát QLHC về TTXH',
    issuedOn: '2021-11-20',
  },
  'member.number': '001190000001',
  'member.phone': '0912345678',
  'member.email': 'thu@vidu.vn',
  'member.ethnicity': 'Kinh',
  'member.nationality': 'Việt Nam',
  'joined.on': '2026-01-05',
  'joined.at': '07:30',
  'joined.place': {
    facility: 'Nhà văn hóa',
    detail: '',
    commune: 'Phường Cầu Giấy',
    province: 'Thành phố Hà Nội',
    country: '',
  },
  level: 'full',
  years: 3,
  reason: 'Thích',
  consent: true,
  copies: { wanted: true, count: 2 },
  note: 'Dòng một\nDòng hai',
} as const;
