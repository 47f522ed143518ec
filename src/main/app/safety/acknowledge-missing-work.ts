import { missingWork } from '#main/store/safety/missing-work.ts';
import type { Result } from '#shared/kernel/result.ts';
import { requireAdministrator } from '../administration/require-administrator.ts';
import type { App } from '../app.ts';
import type { Caller } from '../session/caller.ts';
import { type SafetyStatus, safetyStatus } from './safety-status.ts';

/** It was done again, or is known to be at the city: nobody needs to be told any more. */
export function acknowledgeMissingWork(app: App, caller: Caller): Result<SafetyStatus> {
  const allowed = requireAdministrator(caller.account);
  if (!allowed.ok) return allowed;
  app.store.write((writer) => {
    const target = String(missingWork(writer).length);
    writer.safety.forgetMissingWork();
    const { accountId: actor } = caller.account;
    writer.audit({ at: app.clock.now(), actor, action: 'missing-work-acknowledged', target });
  });
  return safetyStatus(app, caller);
}
