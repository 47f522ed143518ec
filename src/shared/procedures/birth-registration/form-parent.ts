import { needsResidence } from '#shared/forms/requester-section.ts';

const note = 'Ghi chú (2): phải ghi khi không cung cấp số định danh hoặc ngày sinh đầy đủ.';

/** The five items on one parent, then an origin to compare with (rule B05); ethnicity, nationality and residence follow note (2). */
export function parentFields<P extends 'mother' | 'father'>(parent: P, nameLabel: string, required: boolean) {
  const conditional = needsResidence(parent);
  return [
    { key: `${parent}.name`, kind: 'name', label: nameLabel, required, card: 'name' },
    {
      key: `${parent}.birthDate`,
      kind: 'partial-date',
      label: 'Năm sinh',
      required: { present: `${parent}.name` },
      hint: 'Ghi đủ ngày, tháng, năm sinh nếu có.',
      card: 'birth-date',
    },
    {
      key: `${parent}.personalId`,
      kind: 'personal-id',
      label: 'Số định danh cá nhân',
      required: false,
      card: 'personal-id',
    },
    {
      key: `${parent}.document`,
      kind: 'identity-document',
      label: 'Giấy tờ tùy thân',
      required: false,
      card: 'identity-document',
    },
    {
      key: `${parent}.ethnicity`,
      kind: 'ethnicity',
      label: 'Dân tộc',
      required: conditional,
      hint: note,
    },
    {
      key: `${parent}.nationality`,
      kind: 'nationality',
      label: 'Quốc tịch',
      required: conditional,
      hint: note,
    },
    {
      key: `${parent}.residence`,
      kind: 'residence',
      label: 'Nơi cư trú',
      required: conditional,
      hint: note,
      card: 'residence',
    },
    {
      key: `${parent}.origin`,
      kind: 'place',
      label: 'Quê quán (để đối chiếu)',
      required: false,
      hint: 'Không có trên tờ khai; nhập khi cần đối chiếu quê quán của trẻ.',
    },
  ] as const;
}
