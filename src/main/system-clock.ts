import type { Clock } from '#shared/kernel/clock.ts';
import { instantFromMillis } from '#shared/kernel/instant.ts';

/** This machine's clock. */
export const systemClock: Clock = { now: () => instantFromMillis(Date.now()) };
