import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seededRandom } from '#tests/builders/random.ts';
import { type Action, planActions } from './actions.ts';
import { checkClosedDay } from './check-closed-day.ts';
import { checkEnd } from './check-end.ts';
import type { SimulatedCity } from './simulated-city.ts';
import type { PlantedBug } from './simulated-device.ts';
import { takeAction } from './take-action.ts';
import { Violation } from './violation.ts';
import { World } from './world.ts';

/** A whole run: with the same code, the same script gives the same run. */
export type Script = { readonly seed: number; readonly actions: readonly Action[] };

export type Failure = {
  readonly invariant: string;
  readonly detail: string;
  /** How many actions had been taken; the last of them showed it. */
  readonly after: number;
};

export function scriptOf(seed: number, length: number): Script {
  return { seed, actions: planActions(seededRandom(seed), length) };
}

let runs = 0;

/** Plays a script against the real parts, with every invariant checked after every action. */
export async function run(
  city: SimulatedCity,
  { seed, actions }: Script,
  bug: PlantedBug = {},
): Promise<Failure | undefined> {
  runs += 1;
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-model-'));
  let after = 0;
  let world: World | undefined;
  try {
    world = await World.open(city, { seed, office: `HN-${seed}-${runs}`, folder, bug });
    for (const action of actions) {
      after += 1;
      world.pass();
      await takeAction(world, action);
      await world.revive();
      world.keep(action.device);
      await world.check(action.device);
    }
    checkEnd(world.devices, await world.settle(), world.model);
    await world.finish();
    const morning = await world.nextMorning();
    checkEnd(world.devices, morning, world.model);
    await checkClosedDay(world.devices, morning, world.model);
    return undefined;
  } catch (error) {
    return failureOf(error, after);
  } finally {
    world?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function failureOf(error: unknown, after: number): Failure {
  if (error instanceof Violation) return { invariant: error.invariant, detail: error.message, after };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { invariant: 'exception', detail, after };
}
