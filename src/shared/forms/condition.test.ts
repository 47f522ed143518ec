import { describe, expect, it } from 'vitest';
import { type Condition, conditionKeys, holds, isPresent } from './condition.ts';
import type { Facts } from './facts.ts';

const facts = { a: 'x', b: false, n: 3 } as unknown as Facts;

describe('a condition', () => {
  it.each<[Condition, boolean]>([
    [{ present: 'a' }, true],
    [{ present: 'missing' }, false],
    [{ absent: 'missing' }, true],
    [{ key: 'a', is: 'x' }, true],
    [{ key: 'b', is: true }, false],
    [{ key: 'n', in: [1, 2, 3] }, true],
    [{ incompleteDate: 'missing' }, true],
    [{ not: { present: 'a' } }, false],
    [{ all: [{ present: 'a' }, { present: 'b' }] }, true],
    [{ any: [{ present: 'missing' }, { key: 'a', is: 'y' }] }, false],
  ])('%j holds: %s', (condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });

  it('names every key it looks at', () => {
    const condition: Condition = {
      all: [
        { present: 'a' },
        { any: [{ absent: 'b' }, { not: { key: 'c', is: 1 } }] },
        { key: 'd', in: [] },
        { incompleteDate: 'e' },
        { withoutNationalId: 'f' },
      ],
    };
    expect(conditionKeys(condition)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('does not count a place of blanks, or a document of a kind alone, as given', () => {
    expect(isPresent({ facility: '', commune: '', province: '' })).toBe(false);
    expect(isPresent({ kind: 'passport', number: '', issuer: '' })).toBe(false);
    expect(isPresent(false)).toBe(true);
  });
});
