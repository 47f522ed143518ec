import type { Account } from '#main/store/types.ts';

/** A clerk sees own items of the queue; a leader or IT administrator all of the office's. */
export function actorFilter(account: Account): string | undefined {
  const all = account.roles.some((role) => role === 'leader' || role === 'it-administrator');
  return all ? undefined : account.accountId;
}
