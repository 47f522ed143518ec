import type { Contract } from '#shared/contract/index.ts';
import type { Result } from '#shared/kernel/result.ts';
import { requireAdministrator } from '../administration/require-administrator.ts';
import type { App } from '../app.ts';
import type { OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { type SafetyStatus, safetyStatus } from './safety-status.ts';

type Accepted = OutputOf<Contract['safety']['acceptServerLoss']>;

/** A person has made sure that the city was restored: what it lost is offered to it again. */
export async function acceptServerLoss(app: App, { account }: Caller): Promise<Result<Accepted>> {
  const allowed = requireAdministrator(account);
  if (!allowed.ok) return allowed;
  const accepted = await app.sync.safety.acceptServerLoss();
  if (accepted.ok) tell(app, account.accountId, 'server-loss-accepted', String(accepted.value.events));
  return accepted;
}

/** A person has looked at what a pull takes back. */
export function allowMassChange(app: App, caller: Caller): Result<SafetyStatus> {
  const allowed = requireAdministrator(caller.account);
  if (!allowed.ok) return allowed;
  app.sync.safety.allowMassChange();
  tell(app, caller.account.accountId, 'mass-change-allowed', '');
  return safetyStatus(app, caller);
}

function tell(app: App, actor: string, action: string, target: string): void {
  app.store.write((writer) => writer.audit({ at: app.clock.now(), actor, action, target }));
}
