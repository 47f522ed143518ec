import type { StateCheck } from '#main/ports/safety-engine.ts';
import type { Aside } from '#main/store/aside.ts';
import type { Reader, Store } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { type Instant, millisOf, parseInstant } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Fault } from '../fault.ts';
import type { SafetyClient } from './safety-client.ts';

const STATE_CHECK = 'stateCheck';
const EVERY_MS = 24 * 60 * 60 * 1000;
/** A start is busy enough. */
const SETTLED_MS = 10 * 60 * 1000;

export function lastStateCheck(reader: Reader): StateCheck | undefined {
  return reader.setting<StateCheck>(STATE_CHECK);
}

/** Whether there is anything to compare: what waits here is not at the city yet, and the other way round. */
export function isComparable(reader: Reader): boolean {
  const { waiting, sending, refused, 'needs-you': needsYou } = reader.outboxCounts();
  const offers = reader.safety.offerCounts();
  return (
    waiting + sending + refused + needsYou + offers.waiting + offers.stopped + reader.safety.unprojected() ===
    0
  );
}

/**
 * Compares once a day, when nothing is on its way; the city keeps and logs the outcome too.
 * @param since when the loop began, or that a person asked
 */
export async function checkStateIfDue(
  parts: { readonly store: Store; readonly clock: Clock; readonly aside: Pick<Aside, 'stateSum'> },
  client: SafetyClient,
  since: Instant | 'asked',
): Promise<Result<StateCheck | undefined, Fault>> {
  const { store, clock, aside } = parts;
  const { isDue, comparable } = store.read((reader) => {
    const last = parseInstant(lastStateCheck(reader)?.at ?? '');
    const age = (from: Instant): number => millisOf(clock.now()) - millisOf(from);
    const isOld = last === undefined || age(last) >= EVERY_MS;
    const isDue = since === 'asked' || (isOld && age(since) >= SETTLED_MS);
    return { isDue, comparable: isComparable(reader) };
  });
  if (!comparable || !isDue) return ok(undefined);
  const { feedSeq, sum } = await aside.stateSum();
  const reply = await client.checkState(feedSeq, Buffer.from(sum).toString('base64'));
  if (!reply.ok) return reply.error.code === 'city/malformed' ? ok(undefined) : reply;
  if (!reply.value.compared) return ok(undefined);
  const check = { at: clock.now(), differing: reply.value.differing };
  store.write((writer) => writer.saveSetting(STATE_CHECK, check));
  return ok(check);
}
