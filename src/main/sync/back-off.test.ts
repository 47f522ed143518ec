import { expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

const down = { code: 'sync/unreachable' } as const;
const busy = { code: 'sync/server-busy' } as const;

it('doubles its ceiling up to a minute, and to a quarter of one while the line is down', () => {
  const ceilings = (fault: typeof down | typeof busy) =>
    [1, 2, 4, 5, 7, 50].map((failures) => backOffMs(failures, fault, 1));
  expect(ceilings(busy)).toEqual([1_000, 2_000, 8_000, 16_000, 60_000, 60_000]);
  expect(ceilings(down)).toEqual([1_000, 2_000, 8_000, 15_000, 15_000, 15_000]);
});

it('spreads over the whole ceiling but never comes back at once', () => {
  expect(backOffMs(7, busy, 0.5)).toBe(30_000);
  expect(backOffMs(7, busy, 0)).toBe(200);
});

it('waits at least as long as a busy server asked, and at most a minute', () => {
  expect(backOffMs(1, { ...busy, retryAfterMs: 10_000 }, 0)).toBe(10_000);
  expect(backOffMs(9, { ...busy, retryAfterMs: 10_000 }, 1)).toBe(60_000);
  expect(backOffMs(1, { ...busy, retryAfterMs: 86_400_000 }, 0)).toBe(30_000);
});
