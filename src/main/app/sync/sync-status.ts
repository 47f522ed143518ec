import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { actorFilter } from './own-items.ts';

export type SyncStatus = OutputOf<Contract['sync']['status']>;

/** The line to the city, and the queue of those events the caller may see. */
export function syncStatus(app: App, { account }: Caller): Result<SyncStatus> {
  const { connection, message, lastContactAt, lastTriedAt, nextTryAt, city } = app.sync.status();
  const counts = app.store.read((reader) => reader.outboxCounts(actorFilter(account)));
  const { oldestWaitingAt, ...byState } = counts;
  return ok({
    ...{ connection, message, lastContactAt, lastTriedAt, nextTryAt, city },
    counts: byState,
    oldestWaitingAt,
  });
}
