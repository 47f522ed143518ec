import type { Account } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { OutputOf } from '../contract-types.ts';

export type AccountView = OutputOf<Contract['administration']['accounts']>[number];

/** An account without its password hash. */
export function accountView(account: Account): AccountView {
  const { accountId, username, fullName, roles, active, mustChangePassword, lastSignInAt } = account;
  return { accountId, username, fullName, roles: [...roles], active, mustChangePassword, lastSignInAt };
}
