import type { Contract } from '#shared/contract/index.ts';
import { type AccountId, asId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { type AccountView, accountView } from './account-view.ts';
import { requireAdministrator } from './require-administrator.ts';

/** Lets a person in or keeps him out; an account is never deleted, its name stands in the history. */
export function setActive(
  app: App,
  caller: Caller,
  input: InputOf<Contract['administration']['setActive']>,
): Result<AccountView> {
  const allowed = requireAdministrator(caller.account);
  if (!allowed.ok) return allowed;
  const accountId = asId<AccountId>(input.accountId);
  return app.store.write((writer) => {
    const account = writer.account(accountId);
    if (!account) return refuse('account/not-found');
    const others = writer
      .accounts()
      .some((each) => each.active && each.accountId !== accountId && each.roles.includes('it-administrator'));
    const isAdministrator = account.roles.includes('it-administrator');
    if (!input.active && isAdministrator && !others) return refuse('account/last-administrator');
    const changed = { ...account, active: input.active };
    writer.saveAccount(changed);
    const action = input.active ? 'account-enabled' : 'account-disabled';
    writer.audit({ at: app.clock.now(), actor: caller.account.accountId, action, target: accountId });
    if (!input.active) app.sessions.closeAccount(accountId);
    return ok(accountView(changed));
  });
}
