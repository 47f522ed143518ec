/** The business state of a dossier; money, hand-over and sync are axes of their own. Source: one-stop process, TT 03/2025/TT-VPCP. */
export const dossierStatuses = [
  'submitted',
  'received',
  'supplement-at-desk',
  'supplement-by-officer',
  'refused',
  'under-review',
  'verifying',
  'fee-required',
  'registered',
  'awaiting-personal-id',
  'awaiting-signature',
  'signed',
  'withdraw-requested',
  'stopped',
  'done',
  'returned',
] as const;

export type DossierStatus = (typeof dossierStatuses)[number];

/** National status code 1–10 of Cổng Dịch vụ công quốc gia; overdue is derived, never a status. */
export const nationalCodes = {
  submitted: 1,
  received: 2,
  refused: 3,
  'under-review': 4,
  verifying: 4,
  registered: 4,
  'awaiting-personal-id': 4,
  'awaiting-signature': 4,
  signed: 4,
  'supplement-at-desk': 5,
  'supplement-by-officer': 5,
  'fee-required': 6,
  'withdraw-requested': 7,
  stopped: 8,
  done: 9,
  returned: 10,
} as const satisfies Record<DossierStatus, number>;

/** What a clerk reads. */
export const statusLabels = {
  submitted: 'Chờ tiếp nhận',
  received: 'Đã tiếp nhận',
  'supplement-at-desk': 'Yêu cầu bổ sung (một cửa)',
  'supplement-by-officer': 'Yêu cầu bổ sung (chuyên môn)',
  refused: 'Không tiếp nhận',
  'under-review': 'Đang thẩm tra',
  verifying: 'Đang xác minh',
  'fee-required': 'Chờ nộp phí, lệ phí',
  registered: 'Đã vào sổ',
  'awaiting-personal-id': 'Chờ cấp số định danh',
  'awaiting-signature': 'Trình ký',
  signed: 'Đã ký',
  'withdraw-requested': 'Công dân đề nghị rút',
  stopped: 'Dừng giải quyết',
  done: 'Đã có kết quả, chờ trả',
  returned: 'Đã trả kết quả',
} as const satisfies Record<DossierStatus, string>;

export type MoneyStatus = 'none' | 'due' | 'collected' | 'exempt';

/** Who holds the paper dossier now. */
export type Holder = 'reception' | 'officer' | 'leader' | 'citizen';

const ended: readonly DossierStatus[] = ['refused', 'stopped', 'done', 'returned'];

/** Whether the deadline still runs: nothing is overdue once the result is ready or the dossier has ended. */
export function deadlineRuns(status: DossierStatus): boolean {
  return !ended.includes(status);
}
