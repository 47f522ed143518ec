import { randomBytes } from 'node:crypto';
import type { Clock } from '#shared/kernel/clock.ts';
import { asId, formatUuidV7, type NewId } from '#shared/kernel/ids.ts';
import { millisOf } from '#shared/kernel/instant.ts';

/** UUIDv7 from a clock and the system's randomness. */
export function systemNewId(clock: Clock): NewId {
  return () => asId(formatUuidV7(millisOf(clock.now()), randomBytes(10)));
}
