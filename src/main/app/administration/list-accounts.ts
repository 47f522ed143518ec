import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { Caller } from '../session/caller.ts';
import { type AccountView, accountView } from './account-view.ts';
import { requireAdministrator } from './require-administrator.ts';

export function listAccounts(app: App, { account }: Caller): Result<AccountView[]> {
  const allowed = requireAdministrator(account);
  if (!allowed.ok) return allowed;
  return ok(app.store.read((reader) => reader.accounts()).map(accountView));
}
