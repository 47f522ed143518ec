import { useCoreQuery } from '#renderer/host-client/core.ts';
import type { CoreClient } from '#renderer/host-client/core-client.ts';

export type SyncStatus = Awaited<ReturnType<CoreClient['sync']['status']>>;

export function useSyncStatus(): SyncStatus | undefined {
  return useCoreQuery(['sync', 'status'], (core) => core.sync.status({})).data;
}

/** What the city has not taken yet, whatever the reason. */
export function unsentOf({ counts }: SyncStatus): number {
  return counts.waiting + counts.sending + counts['needs-you'] + counts.refused;
}
