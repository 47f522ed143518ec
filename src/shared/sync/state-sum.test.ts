import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addToStateSum, differingBuckets, emptyStateSum } from './state-sum.ts';

function sumOf(lines: readonly string[]): Uint8Array {
  const sum = emptyStateSum();
  for (const line of lines) addToStateSum(sum, createHash('sha256').update(line).digest());
  return sum;
}

const rows = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 50 });

test('a sum does not depend on the order of its rows', () => {
  fc.assert(
    fc.property(rows, (lines) => {
      expect(differingBuckets(sumOf(lines), sumOf(lines.toReversed()))).toBe(0);
    }),
  );
});

test('a row that is missing or other shows in one or two buckets', () => {
  fc.assert(
    fc.property(rows, (lines) => {
      const [first = '', ...rest] = lines;
      expect(differingBuckets(sumOf(lines), sumOf(rest))).toBe(1);
      expect(differingBuckets(sumOf(lines), sumOf([`${first} changed`, ...rest]))).toBeGreaterThan(0);
    }),
  );
});
