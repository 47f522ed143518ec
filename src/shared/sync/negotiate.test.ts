import { expect, test } from 'vitest';
import { commonProtocol, speaks } from './negotiate.ts';

test.each([
  [{ min: 1, max: 1 }, { min: 1, max: 3 }, 1],
  [{ min: 1, max: 3 }, { min: 3, max: 5 }, 3],
  [{ min: 2, max: 4 }, { min: 2, max: 4 }, 4],
  [{ min: 1, max: 2 }, { min: 3, max: 5 }, undefined],
] as const)('ends that speak %o and %o agree on %s, whoever asks', (a, b, agreed) => {
  expect(commonProtocol(a, b)).toBe(agreed);
  expect(commonProtocol(b, a)).toBe(agreed);
});

test('an end speaks what lies in its range', () => {
  expect([0, 1, 2, 3].map((version) => speaks({ min: 1, max: 2 }, version))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
