import type { Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { Caller } from '../session/caller.ts';
import { type SafetyStatus, safetyStatus } from './safety-status.ts';

/** Compares everything the lists show with the city's, unless something is still on its way. */
export async function checkState(app: App, caller: Caller): Promise<Result<SafetyStatus>> {
  const checked = await app.sync.safety.checkState();
  return checked.ok ? safetyStatus(app, caller) : checked;
}
