import type { Contract } from '#shared/contract/index.ts';
import { type AccountId, asId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { weakness } from '../session/password-policy.ts';
import { type AccountView, accountView } from './account-view.ts';
import { requireAdministrator } from './require-administrator.ts';

/** Gives a person who forgot it a password for one sign-in; open windows of the account end. */
export async function resetPassword(
  app: App,
  caller: Caller,
  input: InputOf<Contract['administration']['resetPassword']>,
): Promise<Result<AccountView>> {
  const allowed = requireAdministrator(caller.account);
  if (!allowed.ok) return allowed;
  const accountId = asId<AccountId>(input.accountId);
  const found = app.store.read((reader) => reader.account(accountId));
  if (!found) return refuse('account/not-found');
  const weak = weakness(input.password, found.username);
  if (weak) return err([weak]);
  const passwordHash = await app.passwords.hash(input.password);
  return app.store.write((writer) => {
    const account = writer.account(accountId) ?? found;
    const changed = { ...account, passwordHash, mustChangePassword: true, failedTries: 0, lockedUntil: '' };
    writer.saveAccount(changed);
    const actor = caller.account.accountId;
    writer.audit({ at: app.clock.now(), actor, action: 'password-reset', target: accountId });
    app.sessions.closeAccount(accountId);
    return ok(accountView(changed));
  });
}
