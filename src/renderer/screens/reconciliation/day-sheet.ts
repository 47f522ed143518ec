import type { CoreClient } from '#renderer/host-client/core-client.ts';

export type DaySheet = Awaited<ReturnType<CoreClient['reconciliation']['sheet']>>;
