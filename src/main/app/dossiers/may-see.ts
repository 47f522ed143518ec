import type { Account } from '#main/store/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { refuse } from '../refuse.ts';

/** An IT administrator keeps the machine running and has no business with citizens' papers. */
export function maySeeDossiers(account: Account): boolean {
  return account.roles.some((role) => role !== 'it-administrator');
}

export function requireSight(account: Account): Result<undefined> {
  if (maySeeDossiers(account)) return ok(undefined);
  return refuse('dossier/role', 'Cán bộ CNTT không có quyền xem hồ sơ và sổ hộ tịch.');
}
