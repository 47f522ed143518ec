import { expect, it } from 'vitest';
import { shrink } from './shrink.ts';

it('finds the few items that fail together, wherever they stand', async () => {
  const all = Array.from({ length: 60 }, (_, index) => index);
  let tries = 0;
  const found = await shrink(all, async (some) => {
    tries += 1;
    return [7, 8, 41].every((each) => some.includes(each));
  });
  expect(found).toEqual([7, 8, 41]);
  expect(tries).toBeLessThan(200);
});

it('keeps a list that fails only as a whole', async () => {
  const found = await shrink(['a', 'b', 'c'], async (some) => some.length === 3);
  expect(found).toEqual(['a', 'b', 'c']);
});
