import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { missingSteps } from './missing-steps.ts';

export type SafetyStatus = OutputOf<Contract['safety']['status']>;

/** Names no citizen, so everybody at work may see it. */
export function safetyStatus(app: App, _caller: Caller): Result<SafetyStatus> {
  const { stop = '', firstSync, stalledSince, lastCheck } = app.sync.safety.status();
  const { clock, offers, missing } = app.store.read((reader) => ({
    clock: reader.syncCursor().clock,
    offers: reader.safety.offerCounts(),
    missing: missingSteps(reader),
  }));
  return ok({
    ...{ stop, clock, stalledSince, offers, missing },
    secondCopy: app.secondCopy.status(),
    ...(firstSync && { firstSync: withoutUnknown(firstSync) }),
    ...(lastCheck && { lastCheck }),
  });
}

function withoutUnknown<T extends { readonly secondsLeft: number | undefined }>({ secondsLeft, ...rest }: T) {
  return { ...rest, ...(secondsLeft === undefined ? {} : { secondsLeft }) };
}
