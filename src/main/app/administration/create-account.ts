import type { Contract } from '#shared/contract/index.ts';
import type { AccountId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { weakness } from '../session/password-policy.ts';
import { type AccountView, accountView } from './account-view.ts';
import { newAccount } from './new-account.ts';
import { requireAdministrator } from './require-administrator.ts';

/** Adds a person; the password given here lasts until the first sign-in. */
export async function createAccount(
  app: App,
  caller: Caller,
  input: InputOf<Contract['administration']['createAccount']>,
): Promise<Result<AccountView>> {
  const allowed = requireAdministrator(caller.account);
  if (!allowed.ok) return allowed;
  const username = input.username.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9._-]{1,31}$/.test(username)) {
    const message = 'Tên đăng nhập gồm 2–32 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch.';
    return refuse('request/invalid', message);
  }
  const weak = weakness(input.password, username);
  if (weak) return err([weak]);
  const passwordHash = await app.passwords.hash(input.password);
  return app.store.write((writer) => {
    if (writer.accountByUsername(username)) return refuse('account/exists');
    const account = newAccount({
      accountId: app.newId<AccountId>(),
      username,
      fullName: input.fullName.trim().normalize('NFC'),
      roles: input.roles,
      passwordHash,
      mustChangePassword: true,
    });
    writer.saveAccount(account);
    const actor = caller.account.accountId;
    writer.audit({ at: app.clock.now(), actor, action: 'account-created', target: account.accountId });
    return ok(accountView(account));
  });
}
