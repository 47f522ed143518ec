import { expect, it } from 'vitest';
import { type Instant, instantFromMillis } from '#shared/kernel/instant.ts';
import { clockQuality } from './clock-quality.ts';

const at = (minutes: number): Instant => instantFromMillis(Date.UTC(2026, 10, 23) + minutes * 60_000);

it.each([
  [0, 'checked'],
  [5, 'checked'],
  [-5.1, 'skewed'],
  [600, 'skewed'],
] as const)('calls a clock that is %d minutes off %s', (minutes, quality) => {
  expect(clockQuality(at(minutes), at(0), at(0))).toBe(quality);
});

it('allows for a slow line by taking the middle of the exchange', () => {
  expect(clockQuality(at(5), at(0), at(10))).toBe('checked');
});

it('judges nothing by a time it cannot read', () => {
  expect(clockQuality('yesterday', at(0), at(0))).toBe('unchecked');
});
