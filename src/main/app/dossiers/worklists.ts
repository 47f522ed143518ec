import type { z } from 'zod';
import type { worklistSchema } from '#shared/contract/dossiers.ts';
import type { DossierStatus } from '#shared/dossiers/status.ts';

export type Worklist = z.output<typeof worklistSchema>;

/** Which states a worklist shows; `all` shows every one, `overdue` those whose day has passed. */
export const worklistStatuses = {
  reception: ['submitted', 'received', 'withdraw-requested'],
  supplement: ['supplement-at-desk', 'supplement-by-officer'],
  review: ['under-review', 'verifying', 'fee-required'],
  register: ['registered'],
  'personal-id': ['awaiting-personal-id'],
  signature: ['awaiting-signature'],
  return: ['signed', 'done'],
  closed: ['refused', 'stopped', 'returned'],
} as const satisfies Record<Exclude<Worklist, 'all' | 'overdue'>, readonly DossierStatus[]>;
