import { copiesSection, exemptionSection } from '#shared/forms/closing-sections.ts';
import { defineForm, type FactsOf } from '#shared/forms/field.ts';
import { otherRelation, requesterSection } from '#shared/forms/requester-section.ts';
import { caseSection, residenceKnown } from './form-case.ts';
import { noticeSection } from './form-notice.ts';

export const relation = {
  relationLabel: 'Quan hệ với người đã chết',
  relations: [
    { value: 'spouse', label: 'Vợ, chồng' },
    { value: 'child', label: 'Con' },
    { value: 'parent', label: 'Cha, mẹ' },
    { value: 'relative', label: 'Người thân thích' },
    { value: 'organisation', label: 'Đại diện cơ quan, tổ chức' },
    { value: otherRelation, label: 'Khác' },
  ],
} as const;

/** Tờ khai đăng ký khai tử (TT 04/2024/TT-BTP, Phụ lục 5), in the order of the paper, then what the desk adds. */
export const form = defineForm({
  sections: [
    caseSection,
    requesterSection(relation),
    {
      id: 'deceased',
      title: 'Người đã chết',
      fields: [
        {
          key: 'deceased.name',
          kind: 'name',
          label: 'Họ, chữ đệm, tên',
          required: true,
          card: 'name',
        },
        {
          key: 'deceased.gender',
          kind: 'choice',
          label: 'Giới tính',
          required: true,
          choices: [
            { value: 'male', label: 'Nam' },
            { value: 'female', label: 'Nữ' },
          ],
          card: 'gender',
        },
        {
          key: 'deceased.birthDate',
          kind: 'partial-date',
          label: 'Ngày, tháng, năm sinh',
          required: true,
          hint: 'Không rõ ngày, tháng thì ghi năm sinh.',
          card: 'birth-date',
        },
        { key: 'deceased.ethnicity', kind: 'ethnicity', label: 'Dân tộc', required: true },
        {
          key: 'deceased.nationality',
          kind: 'nationality',
          label: 'Quốc tịch',
          required: true,
          initial: 'Việt Nam',
        },
        {
          key: 'deceased.personalId',
          kind: 'personal-id',
          label: 'Số định danh cá nhân',
          required: false,
          card: 'personal-id',
        },
        {
          key: 'deceased.residence',
          kind: 'residence',
          label: 'Nơi cư trú cuối cùng',
          required: true,
          shownWhen: residenceKnown,
          card: 'residence',
        },
        {
          key: 'deceased.document',
          kind: 'identity-document',
          label: 'Giấy tờ tùy thân',
          required: false,
          card: 'identity-document',
        },
      ],
    },
    {
      id: 'death',
      title: 'Việc chết',
      fields: [
        {
          key: 'death.time',
          kind: 'time',
          label: 'Đã chết vào lúc (giờ, phút)',
          required: false,
          hint: 'Không rõ giờ, phút thì để trống.',
        },
        { key: 'death.date', kind: 'partial-date', label: 'Ngày, tháng, năm chết', required: true },
        { key: 'death.place', kind: 'place', label: 'Nơi chết', required: true },
        {
          key: 'death.cause',
          kind: 'text',
          label: 'Nguyên nhân chết',
          required: true,
          hint: 'Không xác định được thì ghi “Không rõ”.',
          maxLength: 300,
        },
      ],
    },
    noticeSection,
    copiesSection,
    exemptionSection,
  ],
});

export type DeathFacts = FactsOf<typeof form>;
