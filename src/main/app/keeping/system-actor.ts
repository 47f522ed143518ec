import { type AccountId, asId } from '#shared/kernel/ids.ts';

/** Who does what no person asked for. */
export const systemActor = asId<AccountId>('system');
