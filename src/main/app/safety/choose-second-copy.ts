import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { requireAdministrator } from '../administration/require-administrator.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';

type Choose = Contract['safety']['chooseSecondCopy'];

/** Where unsent work is copied to. */
export function chooseSecondCopy(
  app: App,
  { account }: Caller,
  { folder, newCode }: InputOf<Choose>,
): Result<OutputOf<Choose>> {
  const allowed = requireAdministrator(account);
  if (!allowed.ok) return allowed;
  const recoveryCode = app.secondCopy.choose(folder.trim(), newCode);
  const action = folder.trim() === '' ? 'second-copy-ended' : 'second-copy-chosen';
  const { accountId: actor } = account;
  app.store.write((writer) => writer.audit({ at: app.clock.now(), actor, action, target: '' }));
  return ok({ recoveryCode });
}
