import { copiesSection, exemptionSection } from '#shared/forms/closing-sections.ts';
import { defineForm, type FactsOf } from '#shared/forms/field.ts';
import { otherRelation, requesterSection } from '#shared/forms/requester-section.ts';
import { birthPaperSection } from './form-birth-paper.ts';
import { caseSection, fatherDeclared, hasParents, motherDeclared, parentsMarried } from './form-case.ts';
import { parentFields } from './form-parent.ts';

export const relation = {
  relationLabel: 'Quan hệ với người được khai sinh',
  relations: [
    { value: 'mother', label: 'Mẹ' },
    { value: 'father', label: 'Cha' },
    { value: 'grandparent', label: 'Ông, bà' },
    { value: 'relative', label: 'Người thân thích' },
    { value: 'carer', label: 'Cá nhân, tổ chức đang nuôi dưỡng' },
    { value: otherRelation, label: 'Khác' },
  ],
} as const;

/** Tờ khai đăng ký khai sinh (TT 04/2024/TT-BTP, Phụ lục 5), in the order of the paper, then what the desk adds. */
export const form = defineForm({
  sections: [
    caseSection,
    requesterSection(relation),
    {
      id: 'child',
      title: 'Người được khai sinh',
      fields: [
        { key: 'child.name', kind: 'name', label: 'Họ, chữ đệm, tên', required: true },
        {
          key: 'child.birthDate',
          kind: 'full-date',
          label: 'Ngày, tháng, năm sinh',
          required: true,
          hint: 'Phần ghi bằng chữ do phần mềm viết.',
        },
        {
          key: 'child.gender',
          kind: 'choice',
          label: 'Giới tính',
          required: true,
          choices: [
            { value: 'male', label: 'Nam' },
            { value: 'female', label: 'Nữ' },
          ],
        },
        {
          key: 'child.ethnicity',
          kind: 'ethnicity',
          label: 'Dân tộc',
          required: true,
          shownWhen: hasParents,
          hint: 'Theo dân tộc của cha hoặc mẹ.',
        },
        {
          key: 'child.nationality',
          kind: 'nationality',
          label: 'Quốc tịch',
          required: true,
          initial: 'Việt Nam',
        },
        {
          key: 'child.birthPlace',
          kind: 'place',
          label: 'Nơi sinh',
          required: true,
          hint: 'Sinh tại cơ sở y tế: tên cơ sở và địa chỉ. Sinh nơi khác: địa danh hành chính.',
        },
        {
          key: 'child.origin',
          kind: 'place',
          label: 'Quê quán',
          required: true,
          hint: 'Theo quê quán của cha hoặc mẹ.',
        },
      ],
    },
    {
      id: 'mother',
      title: 'Mẹ',
      shownWhen: motherDeclared,
      fields: parentFields('mother', 'Họ, chữ đệm, tên người mẹ', true),
    },
    {
      id: 'father',
      title: 'Cha',
      shownWhen: fatherDeclared,
      fields: parentFields('father', 'Họ, chữ đệm, tên người cha', false),
    },
    {
      id: 'marriage',
      title: 'Thông tin Giấy chứng nhận kết hôn của cha, mẹ',
      shownWhen: parentsMarried,
      fields: [
        { key: 'marriage.number', kind: 'text', label: 'Số', required: true, maxLength: 40 },
        { key: 'marriage.volume', kind: 'text', label: 'Quyển số', required: false, maxLength: 40 },
        { key: 'marriage.date', kind: 'full-date', label: 'Đăng ký ngày', required: true },
        { key: 'marriage.place', kind: 'text', label: 'Tại', required: true, maxLength: 200 },
        {
          key: 'marriage.afterBirth',
          kind: 'yes-no',
          label: 'Con sinh trước ngày đăng ký kết hôn, cha mẹ thừa nhận là con chung',
          required: false,
          initial: false,
        },
      ],
    },
    copiesSection,
    birthPaperSection,
    exemptionSection,
  ],
});

export type BirthFacts = FactsOf<typeof form>;
