import { createHash } from 'node:crypto';
import { addToStateSum, emptyStateSum } from '#shared/sync/state-sum.ts';
import type { StateSum } from './aside-task.ts';
import type { Reader } from './types.ts';

/** Sums up what the lists show at this moment: seconds of work in a large office. */
export function stateSumOf(reader: Pick<Reader, 'safety' | 'syncCursor'>): StateSum {
  const sum = emptyStateSum();
  for (const line of reader.safety.stateLines()) {
    addToStateSum(sum, createHash('sha256').update(line).digest());
  }
  return { feedSeq: reader.syncCursor().feedSeq, sum };
}
