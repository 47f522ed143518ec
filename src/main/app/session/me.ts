import type { Account } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { OutputOf } from '../contract-types.ts';

export type Me = OutputOf<Contract['session']['signIn']>;

/** What a window may know about the account that signed in. */
export function meOf(account: Account): Me {
  const { accountId, username, fullName, roles, mustChangePassword, textSize, colourScheme } = account;
  return { accountId, username, fullName, roles: [...roles], mustChangePassword, textSize, colourScheme };
}
