import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../forms/field.ts';
import { applyChanges, changesBetween } from './fact-changes.ts';

const key = fc.constantFrom('child.name', 'child.birthDate', 'mother.name', 'father.name', 'requester.phone');
const value = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.integer({ min: 0, max: 3 }),
  fc.record({ family: fc.constantFrom('Trịnh', 'Lê'), given: fc.constantFrom('An', 'Bình') }),
);
const facts = fc.dictionary(key, value) as fc.Arbitrary<Facts>;

const merged = (on: Facts, changes: ReturnType<typeof changesBetween>): Facts | undefined => {
  const applied = applyChanges(on, changes);
  return applied.ok ? applied.value : undefined;
};

describe('changes put over what others changed', () => {
  it('lead from what the author saw to what the author wrote', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        expect(merged(before, changesBetween(before, after))).toEqual(after);
      }),
    );
  });

  it('give the same in either order when no key is shared, and lose no key', () => {
    fc.assert(
      fc.property(facts, facts, facts, fc.uniqueArray(key), (base, mine, theirs, mineKeys) => {
        const pick = (from: Facts, isMine: boolean): Facts =>
          Object.fromEntries(
            Object.entries({ ...base, ...from }).map(([each, now]) => [
              each,
              mineKeys.includes(each as never) === isMine ? now : base[each],
            ]),
          );
        const [a, b] = [changesBetween(base, pick(mine, true)), changesBetween(base, pick(theirs, false))];
        const one = merged(merged(base, a) ?? {}, b);
        expect(one).toEqual(merged(merged(base, b) ?? {}, a));
        const wanted = new Set([...Object.keys(base), ...[...a, ...b].map((each) => each.key)]);
        const removed = [...a, ...b].filter((each) => each.to === undefined).map((each) => each.key);
        expect(Object.keys(one ?? {}).sort()).toEqual(
          [...wanted].filter((each) => !removed.includes(each)).sort(),
        );
      }),
    );
  });

  it('change nothing the second time', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const changes = changesBetween(before, after);
        expect(merged(merged(before, changes) ?? {}, changes)).toEqual(after);
      }),
    );
  });

  it('name exactly the keys that hold something else now, and touch nothing then', () => {
    fc.assert(
      fc.property(facts, facts, facts, (base, mine, theirs) => {
        const changes = changesBetween(base, mine);
        const atOdds = changesBetween(base, theirs)
          .map((each) => each.key)
          .filter((each) => changes.some((change) => change.key === each))
          .filter((each) => changesBetween(mine, theirs).some((change) => change.key === each));
        const applied = applyChanges(theirs, changes);
        if (applied.ok) expect(atOdds).toEqual([]);
        else expect([...applied.error].sort()).toEqual(atOdds.sort());
      }),
    );
  });

  it('take values for one that differ only in the order of their parts', () => {
    const name = { family: 'Lê', middle: '', given: 'An' };
    expect(
      changesBetween({ 'child.name': name }, { 'child.name': { given: 'An', middle: '', family: 'Lê' } }),
    ).toEqual([]);
  });
});
