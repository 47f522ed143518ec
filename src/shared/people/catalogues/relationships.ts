/** Relation of a requester to the person registered; the form also takes free text, as the paper does. */
export const relationships: readonly string[] = [
  'Bản thân',
  'Cha',
  'Mẹ',
  'Con',
  'Vợ',
  'Chồng',
  'Ông',
  'Bà',
  'Anh',
  'Chị',
  'Em',
  'Cháu',
  'Người giám hộ',
  'Người đại diện hợp pháp',
  'Người được ủy quyền',
  'Khác',
];
