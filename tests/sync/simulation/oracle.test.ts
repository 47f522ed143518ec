import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shrinkScript } from './investigate.ts';
import type { Planted } from './planted/plant.ts';
import { plantedBugs } from './planted/planted-bugs.ts';
import { type Failure, run, type Script, scriptOf } from './run.ts';
import { openSimulatedCity, type SimulatedCity } from './simulated-city.ts';

/** A bug that so many days do not show would not be found by the two hundred of every build either. */
const SEEDS = 20;
const ACTIONS = 40;

let city: SimulatedCity;
beforeAll(async () => {
  city = await openSimulatedCity();
});
afterAll(() => city.close());

const randomDays = Array.from({ length: SEEDS }, (_, index) => scriptOf(index + 1, ACTIONS));

async function find({ bug, day }: Planted): Promise<{ script: Script; failure: Failure } | undefined> {
  const own = bug.city && (await openSimulatedCity(bug.city));
  try {
    for (const script of day ? [day] : randomDays) {
      const failure = await run(own ?? city, script, bug);
      if (failure) return { script, failure };
    }
    return undefined;
  } finally {
    await own?.close();
  }
}

describe('the oracle', () => {
  it.each(Object.entries(plantedBugs))('notices when %s', { timeout: 300_000 }, async (_, planted) => {
    const found = await find(planted);
    expect(found?.failure.detail).toBeDefined();
    expect(planted.noticedBy).toContain(found?.failure.invariant);
  });

  it('tells the same failure of the same script again, and a much shorter script of it', async () => {
    const planted = plantedBugs['what was being sent when the reply was lost is not sent again'];
    const found = planted && (await find(planted));
    if (!planted || !found) return expect.fail('the bug was not noticed');
    const { script, failure } = found;
    expect(await run(city, script, planted.bug)).toMatchObject({
      invariant: failure.invariant,
      after: failure.after,
    });
    const short = await shrinkScript(city, script, failure, planted.bug);
    expect(short.actions.length).toBeLessThanOrEqual(6);
    expect(await run(city, short, planted.bug)).toMatchObject({ invariant: failure.invariant });
  }, 400_000);
});
