import { expect, test } from 'vitest';
import { type Instant, instantFromMillis, millisOf } from '#shared/kernel/instant.ts';
import { QueueWatchdog } from './queue-watchdog.ts';

const start = millisOf('2026-11-23T02:00:00.000Z' as Instant);
const after = (minutes: number): Instant => instantFromMillis(start + minutes * 60_000);
const still = { open: 3, answered: 7, isLineUp: true };

test('a queue that stands still for ten minutes with the line up is noticed, with the time it stopped', () => {
  const watchdog = new QueueWatchdog();
  expect(watchdog.look(after(0), still)).toBeUndefined();
  expect(watchdog.look(after(1), still)).toBeUndefined();
  expect(watchdog.look(after(10), still)).toBeUndefined();
  expect(watchdog.look(after(11), still)).toBe(after(1));
});

test.each([
  ['an answer came', { ...still, answered: 8 }],
  ['nothing waits', { ...still, open: 0 }],
  ['the line is down', { ...still, isLineUp: false }],
])('it counts anew when %s', (_why, look) => {
  const watchdog = new QueueWatchdog();
  for (const minutes of [0, 1, 9]) watchdog.look(after(minutes), still);
  expect(watchdog.look(after(12), look)).toBeUndefined();
  expect(watchdog.look(after(13), look.answered === 8 ? { ...still, answered: 8 } : still)).toBeUndefined();
});
