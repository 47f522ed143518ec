import type { CoreClient } from '#renderer/host-client/core-client.ts';

export type Custody = Awaited<ReturnType<CoreClient['register']['custody']>>;
