import type { Account } from '#main/store/types.ts';
import { maySeeDossiers } from '#shared/dossiers/permissions.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { refuse } from '../refuse.ts';

export function requireSight(account: Account): Result<undefined> {
  if (maySeeDossiers(account.roles)) return ok(undefined);
  return refuse('dossier/role', 'Cán bộ CNTT không có quyền xem hồ sơ và sổ hộ tịch.');
}
