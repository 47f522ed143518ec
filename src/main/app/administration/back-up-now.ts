import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { OutputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { requireAdministrator } from './require-administrator.ts';

export async function backUpNow(
  app: App,
  { account }: Caller,
): Promise<Result<OutputOf<Contract['administration']['backup']>>> {
  const allowed = requireAdministrator(account);
  if (!allowed.ok) return allowed;
  const at = app.clock.now();
  try {
    const { file, bytes } = await app.backUp();
    const { accountId } = account;
    app.store.write((writer) => writer.audit({ at, actor: accountId, action: 'backup', target: '' }));
    return ok({ file, bytes, at });
  } catch {
    return refuse('backup/failed');
  }
}
