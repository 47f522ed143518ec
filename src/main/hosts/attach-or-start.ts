import { setTimeout as sleep } from 'node:timers/promises';
import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Found, findRunning } from './attachment.ts';
import type { HostConfig } from './host-config.ts';

/** A core that is starting holds its database for some seconds before it takes windows. */
const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 250;

export type AttachedOrStarted<Core> =
  | { readonly kind: 'attached'; readonly launchUrl: string }
  | { readonly kind: 'started'; readonly core: Core };

/**
 * One core per database: a start opens a window of the core that runs, and starts one only where none does.
 * @param start makes the core of this process
 * @param waitMs how long to wait for a core that holds the database, or for a service that should be there
 * @returns `host/not-allowed`, `host/service-away`, or why the core could not start
 */
export async function attachOrStart<Core>(
  config: Pick<HostConfig, 'runDir' | 'ownsCore'>,
  start: () => Promise<Result<Core>>,
  waitMs = WAIT_MS,
): Promise<Result<AttachedOrStarted<Core>>> {
  const found = await findRunning(config.runDir);
  if (found.kind !== 'nobody') return attached(found);
  if (!config.ownsCore) {
    const later = await waitForRunning(config.runDir, waitMs);
    return later.kind === 'nobody' ? refuse('host/service-away') : attached(later);
  }
  const started = await start();
  if (started.ok) return ok({ kind: 'started', core: started.value });
  if (!started.error.some((each) => each.code === 'store/locked-by-other')) return started;
  const later = await waitForRunning(config.runDir, waitMs);
  return later.kind === 'nobody' ? started : attached(later);
}

async function waitForRunning(runDir: string, waitMs: number): Promise<Found> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const found = await findRunning(runDir);
    if (found.kind !== 'nobody' || waited >= waitMs) return found;
    await sleep(LOOK_EVERY_MS);
  }
}

function attached(found: Exclude<Found, { kind: 'nobody' }>): Result<AttachedOrStarted<never>> {
  return found.kind === 'running'
    ? ok({ kind: 'attached', launchUrl: found.launchUrl })
    : refuse('host/not-allowed');
}

function refuse(code: ErrorCode): Result<never> {
  return err([problem(code, 'error', errorCodes[code])]);
}
