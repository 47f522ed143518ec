import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { administrationSettings, settingKeys } from '../settings.ts';
import { requireAdministrator } from './require-administrator.ts';

type Enrol = Contract['administration']['enrol'];

/** Makes this machine known to the city by a code given once. */
export async function enrol(
  app: App,
  { account }: Caller,
  input: InputOf<Enrol>,
): Promise<Result<OutputOf<Enrol>>> {
  const allowed = requireAdministrator(account);
  if (!allowed.ok) return allowed;
  const enrolled = await app.sync.enrol(input.cityUrl, input.code);
  if (!enrolled.ok) return enrolled;
  const { office } = enrolled.value;
  app.store.write((writer) => {
    const settings = { ...administrationSettings(writer), cityUrl: input.cityUrl };
    writer.saveSetting(settingKeys.administration, settings);
    writer.audit({
      at: app.clock.now(),
      actor: account.accountId,
      action: 'device-enrolled',
      target: office.id,
    });
  });
  return ok({ office: office.name });
}
