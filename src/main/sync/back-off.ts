import type { FaultCode } from './fault.ts';

const FIRST_MS = 1_000;
const CAP_MS = 60_000;
/** A probe is a few hundred bytes, and a clerk watches for the line to come back. */
const PROBE_CAP_MS = 15_000;
const LEAST_MS = 200;

/**
 * How long to wait after a failure: full jitter under a doubling ceiling, so that 584 communes that lost the same
 * line do not come back in the same second.
 * @param failures in a row, from 1
 * @param random in [0, 1)
 */
export function backOffMs(
  failures: number,
  fault: { readonly code: FaultCode; readonly retryAfterMs?: number },
  random: number,
): number {
  const lineIsDown = fault.code === 'sync/unreachable' || fault.code === 'sync/not-our-server';
  const cap = lineIsDown ? PROBE_CAP_MS : CAP_MS;
  const ceiling = Math.min(cap, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  const asked = Math.min(fault.retryAfterMs ?? 0, CAP_MS / 2);
  return Math.round(Math.max(LEAST_MS, asked + random * Math.min(ceiling, CAP_MS - asked)));
}
