export const roles = ['reception-clerk', 'civil-status-officer', 'leader', 'it-administrator'] as const;
export type Role = (typeof roles)[number];

export const roleLabels = {
  'reception-clerk': 'Cán bộ tiếp nhận',
  'civil-status-officer': 'Công chức tư pháp – hộ tịch',
  leader: 'Lãnh đạo UBND',
  'it-administrator': 'Cán bộ CNTT',
} as const satisfies Record<Role, string>;
