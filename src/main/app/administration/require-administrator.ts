import type { Account } from '#main/store/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { refuse } from '../refuse.ts';

export function requireAdministrator(account: Account): Result<undefined> {
  if (account.roles.includes('it-administrator')) return ok(undefined);
  return refuse('dossier/role', 'Chỉ cán bộ CNTT được quản trị máy này.');
}

/** The access log is read by those who answer for it: the leader and the IT administrator. */
export function requireAuditor(account: Account): Result<undefined> {
  return account.roles.includes('leader') ? ok(undefined) : requireAdministrator(account);
}
