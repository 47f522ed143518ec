import { dueAt } from '#shared/deadlines/due-at.ts';
import { a4Document, labelLine, letterhead, title } from '#shared/documents/blocks.ts';
import { defineForm, type FactsOf } from '#shared/forms/field.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { plainDate } from '#shared/kernel/plain-date.ts';
import { problem } from '#shared/kernel/problem.ts';
import { fullName } from '#shared/people/names.ts';
import { type AnyProcedure, defineProcedure } from '#shared/procedures/define-procedure.ts';

const form = defineForm({
  sections: [
    {
      id: 'member',
      title: 'Hội viên',
      fields: [
        { key: 'member.name', kind: 'name', label: 'Họ tên hội viên', required: true },
        { key: 'member.joinedOn', kind: 'full-date', label: 'Ngày vào hội', required: true },
        {
          key: 'member.kind',
          kind: 'choice',
          label: 'Loại hội viên',
          required: true,
          choices: [
            { value: 'player', label: 'Người chơi' },
            { value: 'guest', label: 'Khách mời' },
          ],
        },
        {
          key: 'member.host',
          kind: 'text',
          label: 'Người mời',
          required: true,
          shownWhen: { key: 'member.kind', is: 'guest' },
        },
      ],
    },
  ],
});

type ClubFacts = FactsOf<typeof form>;

const monday = plainDate(2026, 10, 5);
const facts: ClubFacts = {
  'member.name': { family: 'Trịnh', middle: 'Thị', given: 'Cầu' },
  'member.joinedOn': plainDate(2026, 10, 1),
  'member.kind': 'player',
};
const received = {
  today: monday,
  receivedAt: instantAt({ date: monday, minutes: 9 * 60 }),
  components: [{ id: 'application', form: 'original', count: 1 }],
} as const;

/** A procedure of no office at all: platform tests stand on it and do not change when the law does. */
export const fixtureProcedure: AnyProcedure = defineProcedure<ClubFacts>({
  id: 'club-membership',
  code: '9.999999',
  name: 'Gia nhập câu lạc bộ cầu lông',
  keywords: ['cầu lông', 'hội viên'],
  variants: [
    {
      id: 'guest',
      code: '9.999998',
      name: 'Gia nhập làm khách mời',
      when: { key: 'member.kind', is: 'guest' },
    },
  ],
  form,
  checklist: [
    { id: 'application', name: 'Đơn gia nhập', handling: 'submit', forms: ['original'], neededWhen: true },
    {
      id: 'invitation',
      name: 'Giấy mời',
      handling: 'present',
      forms: ['original', 'copy'],
      neededWhen: { key: 'member.kind', is: 'guest' },
    },
  ],
  book: { kind: 'club', title: 'Sổ hội viên' },
  versions: [
    { version: 1, name: 'Đơn năm 2025', sample: { 'member.name': facts['member.name'] } },
    { version: 2, name: 'Đơn năm 2026', upgrade: (older) => ({ 'member.kind': 'player', ...older }) },
  ],
  ruleSets: [
    { id: 'first', from: plainDate(2020, 1, 1), to: plainDate(2026, 12, 31), basis: 'Điều lệ năm 2020' },
    { id: 'second', from: plainDate(2027, 1, 1), basis: 'Điều lệ năm 2027' },
  ],
  messages: { 'club-membership/joined-in-future': 'Ngày vào hội sau ngày hôm nay. Hãy sửa lại (X01)' },
  rules: (given, { today }) =>
    (given['member.joinedOn'] ?? today) > today
      ? [
          problem(
            'rule/procedure',
            'error',
            'Ngày vào hội sau ngày hôm nay. Hãy sửa lại (X01)',
            'member.joinedOn',
          ),
        ]
      : [],
  due: (_, receivedAt, { calendar }) =>
    dueAt({ kind: 'working-days', days: 3 }, receivedAt, calendar, 'Điều lệ câu lạc bộ'),
  fees: () => [],
  entry: (given) => ({
    subject: given['member.name'] ? fullName(given['member.name']) : '',
    eventDate: given['member.joinedOn'] ?? '',
    columns: [{ label: 'Họ tên', value: given['member.name'] ? fullName(given['member.name']) : '' }],
    boxes: [{ label: 'Khách mời', checked: given['member.kind'] === 'guest' }],
    notes: [],
    searchKeys: given['member.name'] ? [{ kind: 'name', value: fullName(given['member.name']) }] : [],
    statistics: { kind: given['member.kind'] ?? '' },
  }),
  awaitsPersonalId: () => false,
  parties: (given) => {
    const name = given['member.name'] ? fullName(given['member.name']) : '';
    return { subject: name, applicant: name, applicantAddress: '', applicantPhone: '', applicantEmail: '' };
  },
  documents: [
    {
      id: 'member-card',
      title: 'Thẻ hội viên',
      availableFrom: 'declaration',
      legal: false,
      render: ({ office, facts: given }) =>
        a4Document('THẺ HỘI VIÊN', [
          letterhead(office),
          title('THẺ HỘI VIÊN'),
          labelLine(['Họ tên', given['member.name'] ? fullName(given['member.name']) : '']),
        ]),
    },
  ],
  examples: [
    { name: 'player', facts, ...received, problems: [], due: plainDate(2026, 10, 8), fee: 0 },
    {
      name: 'joined tomorrow',
      facts: { ...facts, 'member.joinedOn': plainDate(2026, 10, 6) },
      ...received,
      problems: ['rule/procedure#X01'],
    },
    {
      name: 'guest without invitation',
      facts: { ...facts, 'member.kind': 'guest', 'member.host': 'Hội trưởng' },
      ...received,
      problems: ['rule/missing-component'],
    },
  ],
});
