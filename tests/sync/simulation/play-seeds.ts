import { afterAll, beforeAll, expect, it } from 'vitest';
import { investigate } from './investigate.ts';
import { run, scriptOf } from './run.ts';
import { openSimulatedCity, type SimulatedCity } from './simulated-city.ts';

/** So many at a time, so that a report says where it stands. */
const AT_ONCE = 10;
const ACTIONS = 30;

/** Plays these seeds against the real parts; a failing one is shrunk and told with its replay file. */
export function playSeeds(first: number, last: number): void {
  let city: SimulatedCity;
  beforeAll(async () => {
    city = await openSimulatedCity();
  });
  afterAll(() => city.close());

  for (let from = first; from <= last; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE - 1, last);
    it(`holds every invariant through the days of seeds ${from} to ${to}`, { timeout: 240_000 }, async () => {
      for (let seed = from; seed <= to; seed += 1) {
        const script = scriptOf(seed, ACTIONS);
        const failure = await run(city, script);
        if (failure) expect.fail(await investigate(city, script, failure));
      }
    });
  }
}
