import { setTimeout as sleep } from 'node:timers/promises';
import type { Machine } from './machine.ts';
import { officeOf } from './offices.ts';
import type { SimulatedCity } from './simulated-city.ts';

const POLL_MS = 100;

/**
 * With a good line every queue empties and every feed is read to its end.
 * @returns empty, or how the queues stood when nothing had moved for so long
 */
export async function settle(
  machines: readonly Machine[],
  city: SimulatedCity,
  stuckMs: number,
): Promise<string> {
  let seen = '';
  let since = Date.now();
  for (;;) {
    const states = await Promise.all(
      machines.map(async ({ index, device }) => ({
        ...(await device.progress()),
        head: await city.head(officeOf(index).id),
      })),
    );
    if (states.every((each) => !each.sendable && each.sending === 0 && each.feedSeq >= each.head)) return '';
    const now = JSON.stringify(states);
    if (now !== seen) since = Date.now();
    seen = now;
    if (Date.now() - since > stuckMs) return now;
    await sleep(POLL_MS);
  }
}
