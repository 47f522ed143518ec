import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { type AdministrationSettings, administrationSettings, settingKeys } from '../settings.ts';
import { requireAdministrator } from './require-administrator.ts';

export function readSettings(app: App, _caller: Caller): Result<AdministrationSettings> {
  return ok(app.store.read(administrationSettings));
}

/** Changes settings of this machine; drafts already begun keep what they began with. */
export function saveSettings(
  app: App,
  { account }: Caller,
  input: InputOf<Contract['administration']['saveSettings']>,
): Result<AdministrationSettings> {
  const allowed = requireAdministrator(account);
  if (!allowed.ok) return allowed;
  app.store.write((writer) => {
    writer.saveSetting(settingKeys.administration, input);
    const { accountId } = account;
    writer.audit({ at: app.clock.now(), actor: accountId, action: 'settings-changed', target: '' });
  });
  return ok(input);
}
