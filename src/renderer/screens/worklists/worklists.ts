import type { z } from 'zod';
import type { worklistSchema } from '#shared/contract/dossiers.ts';
import type { Role } from '#shared/dossiers/roles.ts';

export type Worklist = z.infer<typeof worklistSchema>;

type WorklistLook = {
  readonly label: string;
  /** Why it is empty and what puts something into it. */
  readonly empty: string;
  /** Who works from it; the others find it after their own. */
  readonly roles: readonly Role[];
};

/** Every list a desk works from, in the order a dossier passes through them. */
export const worklists = {
  reception: {
    label: 'Mới tiếp nhận',
    empty: 'Hồ sơ vừa tiếp nhận, chưa bàn giao cho chuyên môn, nằm ở đây.',
    roles: ['reception-clerk'],
  },
  supplement: {
    label: 'Chờ bổ sung',
    empty: 'Hồ sơ đã yêu cầu công dân bổ sung nằm ở đây cho đến khi nhận đủ.',
    roles: ['reception-clerk', 'civil-status-officer'],
  },
  review: {
    label: 'Thẩm tra',
    empty: 'Hồ sơ một cửa bàn giao sẽ hiện ở đây để kiểm tra, xác minh.',
    roles: ['civil-status-officer'],
  },
  register: {
    label: 'Vào sổ',
    empty: 'Hồ sơ đủ điều kiện vào sổ hộ tịch sẽ hiện ở đây.',
    roles: ['civil-status-officer'],
  },
  'personal-id': {
    label: 'Chờ số định danh',
    empty: 'Hồ sơ đã vào sổ và đang chờ cấp số định danh cá nhân nằm ở đây.',
    roles: ['civil-status-officer'],
  },
  signature: {
    label: 'Trình ký',
    empty: 'Hồ sơ công chức trình ký sẽ hiện ở đây để lãnh đạo ký.',
    roles: ['leader'],
  },
  return: {
    label: 'Chờ trả',
    empty: 'Hồ sơ đã ký, chờ công dân đến nhận kết quả, nằm ở đây.',
    roles: ['reception-clerk'],
  },
  overdue: {
    label: 'Quá hạn',
    empty: 'Không có hồ sơ nào quá hạn hẹn trả.',
    roles: ['reception-clerk', 'civil-status-officer', 'leader'],
  },
  all: {
    label: 'Tất cả',
    empty: 'Hồ sơ tiếp nhận tại đơn vị sẽ hiện ở đây.',
    roles: ['it-administrator'],
  },
  closed: {
    label: 'Đã kết thúc',
    empty: 'Hồ sơ đã trả kết quả, không tiếp nhận hoặc dừng giải quyết nằm ở đây.',
    roles: [],
  },
} as const satisfies Record<Worklist, WorklistLook>;

const order = Object.keys(worklists) as Worklist[];

/** Own lists first, the rest after them; nothing is hidden, because colleagues stand in for each other. */
export function worklistsFor(roles: readonly Role[]): readonly Worklist[] {
  const own = (worklist: Worklist): boolean =>
    (worklists[worklist].roles as readonly Role[]).some((role) => roles.includes(role));
  return [...order.filter(own), ...order.filter((each) => !own(each))];
}

/** The list a person starts from. */
export function firstWorklist(roles: readonly Role[]): Worklist {
  return worklistsFor(roles)[0] ?? 'all';
}

export function isWorklist(text: string): text is Worklist {
  return Object.hasOwn(worklists, text);
}
