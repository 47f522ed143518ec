import type { Condition } from '#shared/forms/condition.ts';

const childCase = 'case.child';

/** Abandoned, or both parents unknown: no parent, no ethnicity is written (NĐ 123/2015/NĐ-CP, Điều 14). */
export const withoutParents: Condition = { key: childCase, in: ['both-undetermined', 'abandoned'] };
export const hasParents: Condition = { not: withoutParents };
export const isAbandoned: Condition = { key: childCase, is: 'abandoned' };
export const notAbandoned: Condition = { not: isAbandoned };

/** A part of the paper is left blank only when its parent is said to be undetermined (NĐ 123/2015/NĐ-CP, Điều 15). */
export const motherDeclared: Condition = { key: childCase, in: ['parents-known', 'father-undetermined'] };
export const fatherDeclared: Condition = { key: childCase, in: ['parents-known', 'mother-undetermined'] };

const bothDeclared: Condition = { key: childCase, is: 'parents-known' };
export const parentsMarried: Condition = {
  all: [bothDeclared, { key: 'case.parentsMarried', is: true }],
};

/** What decides which parts of the declaration and which papers apply: asked first. */
export const caseSection = {
  id: 'case',
  title: 'Trường hợp đăng ký',
  fields: [
    {
      key: childCase,
      kind: 'choice',
      label: 'Trường hợp của trẻ',
      required: true,
      initial: 'parents-known',
      choices: [
        { value: 'parents-known', label: 'Xác định được cha, mẹ' },
        { value: 'father-undetermined', label: 'Chưa xác định được cha' },
        { value: 'mother-undetermined', label: 'Chưa xác định được mẹ' },
        { value: 'both-undetermined', label: 'Chưa xác định được cả cha và mẹ' },
        { value: 'abandoned', label: 'Trẻ bị bỏ rơi' },
      ],
    },
    {
      key: 'case.parentsMarried',
      kind: 'yes-no',
      label: 'Cha, mẹ có đăng ký kết hôn',
      required: true,
      shownWhen: bothDeclared,
    },
    {
      key: 'case.surrogacy',
      kind: 'yes-no',
      label: 'Trẻ sinh ra do mang thai hộ',
      required: false,
      shownWhen: bothDeclared,
      initial: false,
    },
    {
      key: 'case.mobile',
      kind: 'yes-no',
      label: 'Đăng ký lưu động',
      required: false,
      hint: 'Công chức đến nơi ở của người dân (Luật Hộ tịch 2014, Điều 15 khoản 2).',
      initial: false,
    },
  ],
} as const;
