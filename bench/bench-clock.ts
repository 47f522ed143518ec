import type { Clock } from '#shared/kernel/clock.ts';
import { formatUuidV7 } from '#shared/kernel/ids.ts';
import { type Instant, instantFromMillis, millisOf } from '#shared/kernel/instant.ts';
import { plainDate } from '#shared/kernel/plain-date.ts';
import type { Random } from '#tests/builders/random.ts';

/** The day of the bench, a Friday: results do not depend on when it is run. */
export const benchDay = plainDate(2026, 11, 20);
const morning = millisOf('2026-11-20T02:00:00.000Z' as Instant);

/** Shows nine o'clock in Hà Nội when the process starts and goes on from there. */
export const benchClock: Clock = { now: () => instantFromMillis(morning + performance.now()) };

/** A UUIDv7 of an instant; the same sequence for the same seed. */
export function seededId(at: Instant, random: Random): string {
  const bytes = Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256));
  return formatUuidV7(millisOf(at), bytes);
}
