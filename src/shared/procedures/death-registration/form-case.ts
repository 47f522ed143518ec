import type { Condition } from '#shared/forms/condition.ts';

export const residenceUnknown: Condition = { key: 'case.residenceUnknown', is: true };
export const residenceKnown: Condition = { not: residenceUnknown };

/** What decides which parts of the declaration and which papers apply: asked first. */
export const caseSection = {
  id: 'case',
  title: 'Trường hợp đăng ký',
  fields: [
    {
      key: 'case.residenceUnknown',
      kind: 'yes-no',
      label: 'Không xác định được nơi cư trú cuối cùng',
      required: false,
      hint: 'Đăng ký tại nơi chết hoặc nơi phát hiện thi thể (Luật Hộ tịch 2014, Điều 32).',
      initial: false,
    },
    {
      key: 'case.mobile',
      kind: 'yes-no',
      label: 'Đăng ký lưu động',
      required: false,
      initial: false,
    },
  ],
} as const;
