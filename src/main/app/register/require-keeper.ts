import type { Account } from '#main/store/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { refuse } from '../refuse.ts';

/** Books are opened and closed by the civil-status officer or the leader (Luật Hộ tịch 2014, Điều 58). */
export function requireKeeper(account: Account): Result<undefined> {
  if (account.roles.some((role) => role === 'civil-status-officer' || role === 'leader'))
    return ok(undefined);
  return refuse('dossier/role', 'Chỉ công chức tư pháp – hộ tịch hoặc lãnh đạo được mở, khóa sổ.');
}
