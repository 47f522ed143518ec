/** A number in [0, 1), the same sequence for the same seed. */
export type Random = () => number;

/** mulberry32: small, fast, good enough for synthetic data; print the seed and a run can be repeated. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `least` to `most`, both possible. */
export function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[whole(random, 0, items.length - 1)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** True in that share of cases. */
export function chance(random: Random, share: number): boolean {
  return random() < share;
}
