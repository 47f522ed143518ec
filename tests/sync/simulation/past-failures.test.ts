import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Action } from './actions.ts';
import { run } from './run.ts';
import { openSimulatedCity, type SimulatedCity } from './simulated-city.ts';

/** Shrunk days that once broke an invariant, by what is true since. */
const days: readonly {
  readonly truth: string;
  readonly seed: number;
  readonly actions: readonly Action[];
}[] = [
  {
    truth: 'a branch with decisions of two roles can be closed by somebody',
    seed: 1,
    actions: [
      { do: 'act', device: 1, choice: 546, step: 758 },
      { do: 'act', device: 0, choice: 48, step: 622 },
      { do: 'act', device: 0, choice: 654, step: 549 },
      { do: 'sync', device: 1 },
    ],
  },
  {
    truth: 'a restored machine puts no reference on a second slip',
    seed: 107,
    actions: [
      { do: 'back-up', device: 0 },
      { do: 'receive', device: 0, choice: 978 },
      { do: 'restore', device: 0 },
      { do: 'receive', device: 0, choice: 944 },
    ],
  },
  {
    truth: 'a late number of a dossier that others have led elsewhere is closed on the compare screen',
    seed: 159,
    actions: [
      { do: 'act', device: 0, choice: 36, step: 701 },
      { do: 'act', device: 2, choice: 3, step: 67 },
      { do: 'take-over', device: 1, choice: 806 },
    ],
  },
  {
    truth: 'an entry that was kept on the compare screen is shown by its new event everywhere',
    seed: 112,
    actions: [
      { do: 'back-up-city', device: 0 },
      { do: 'act', device: 0, choice: 200, step: 291 },
      { do: 'sync', device: 0 },
      { do: 'sync', device: 2 },
      { do: 'restore-city', device: 0 },
      { do: 'correct', device: 1, choice: 983, field: 334 },
    ],
  },
  {
    truth: 'a late number is settled only where its own entry stands, else on the compare screen',
    seed: 97,
    actions: [
      { do: 'act', device: 0, choice: 298, step: 336 },
      { do: 'take-over', device: 1, choice: 556 },
      { do: 'kill', device: 1 },
      { do: 'act', device: 1, choice: 628, step: 857 },
      { do: 'act', device: 1, choice: 862, step: 249 },
    ],
  },
  {
    truth: 'a book taken over and lost by a restored city is in the same hands again',
    seed: 1,
    actions: [
      { do: 'back-up-city', device: 0 },
      { do: 'take-over', device: 1, choice: 1 },
      { do: 'sync', device: 1 },
      { do: 'sync', device: 0 },
      { do: 'act', device: 1, choice: 1, step: 1 },
      { do: 'restore-city', device: 0 },
    ],
  },
];

let city: SimulatedCity;
beforeAll(async () => {
  city = await openSimulatedCity();
});
afterAll(() => city.close());

it.each(days)('$truth', { timeout: 60_000 }, async ({ seed, actions }) => {
  expect(await run(city, { seed, actions })).toBeUndefined();
});
