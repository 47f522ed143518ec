import { type Instant, millisOf, parseInstant } from '#shared/kernel/instant.ts';

/** A desk's clock further off than this prints a wrong hour on a receipt. */
const TOLERATED_MS = 5 * 60 * 1000;

/** Compares this machine's clock with the city's, taken half-way through the exchange. */
export function clockQuality(
  serverTime: string,
  sentAt: Instant,
  receivedAt: Instant,
): 'checked' | 'unchecked' | 'skewed' {
  const server = parseInstant(serverTime);
  if (!server) return 'unchecked';
  const middle = (millisOf(sentAt) + millisOf(receivedAt)) / 2;
  return Math.abs(millisOf(server) - middle) <= TOLERATED_MS ? 'checked' : 'skewed';
}
