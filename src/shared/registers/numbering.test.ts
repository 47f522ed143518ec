import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsIn, nextNumber } from './numbering.ts';

describe('numbers of a book', () => {
  it('go on from the last one, also after paper entries', () => {
    expect(nextNumber({ lastNumber: 0 })).toBe(1);
    expect(nextNumber({ lastNumber: 212 })).toBe(213);
  });

  it('show their holes, from the first number expected', () => {
    expect(gapsIn([], 1)).toEqual([]);
    expect(gapsIn([3, 1, 2], 1)).toEqual([]);
    expect(gapsIn([3, 7, 4], 1)).toEqual([
      { from: 1, to: 2 },
      { from: 5, to: 6 },
    ]);
    expect(gapsIn([213, 215, 2], 213)).toEqual([{ from: 214, to: 214 }]);
  });

  it('are whole once every hole is filled', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 })),
        fc.integer({ min: 1, max: 10 }),
        (numbers, start) => {
          const filled = gapsIn(numbers, start).flatMap(({ from, to }) =>
            Array.from({ length: to - from + 1 }, (_, index) => from + index),
          );
          expect(filled.some((number) => numbers.includes(number))).toBe(false);
          expect(gapsIn([...numbers, ...filled], start)).toEqual([]);
        },
      ),
    );
  });
});
