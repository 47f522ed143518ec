import type { Contract } from '#shared/contract/index.ts';
import { asId, type EventId } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { actorFilter } from './own-items.ts';
import { type SyncStatus, syncStatus } from './sync-status.ts';

/** Tries again now: one item, or everything. */
export function retrySync(
  app: App,
  caller: Caller,
  input: InputOf<Contract['sync']['retry']>,
): Result<SyncStatus> {
  const { eventId } = input;
  if (eventId !== undefined) {
    const item = app.store.read((reader) => reader.outboxItem(asId<EventId>(eventId)));
    const actor = actorFilter(caller.account);
    if (!item || (actor !== undefined && item.actor !== actor)) return refuse('sync/not-found');
  }
  app.sync.retry(eventId);
  return syncStatus(app, caller);
}
