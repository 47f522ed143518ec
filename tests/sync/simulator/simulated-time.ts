import { type Instant, instantAt, instantFromMillis, millisOf } from '#shared/kernel/instant.ts';
import { plainDate } from '#shared/kernel/plain-date.ts';

/** Every run begins on this Thursday morning, in the calendar whatever the year of the machine. */
export const simulatedDay = plainDate(2026, 10, 1);
const opening = instantAt({ date: simulatedDay, minutes: 8 * 60 });

/** Milliseconds to add to this machine's clock. */
export function clockAhead(): number {
  return millisOf(opening) - Date.now();
}

export function simulatedNow(aheadMs: number): Instant {
  return instantFromMillis(Date.now() + aheadMs);
}
