import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { actionSchema } from './actions.ts';
import { type Failure, run, type Script } from './run.ts';
import { shrink } from './shrink.ts';
import type { SimulatedCity } from './simulated-city.ts';
import type { PlantedBug } from './simulated-device.ts';

const scriptSchema = z.object({ seed: z.int(), actions: z.array(actionSchema) });

/** The shortest script found that breaks the same invariant. */
export async function shrinkScript(
  city: SimulatedCity,
  { seed, actions }: Script,
  failure: Failure,
  bug: PlantedBug = {},
): Promise<Script> {
  const shorter = await shrink(actions.slice(0, failure.after), async (some) => {
    const again = await run(city, { seed, actions: some }, bug);
    return again?.invariant === failure.invariant;
  });
  return { seed, actions: shorter };
}

/** A failure as a person reads it: what broke, the few actions that break it, and the file that replays them. */
export async function investigate(city: SimulatedCity, script: Script, failure: Failure): Promise<string> {
  const short = await shrinkScript(city, script, failure);
  const again = (await run(city, short)) ?? failure;
  const file = saveScript(short);
  return [
    `seed ${script.seed} broke ${failure.invariant} after ${failure.after} actions; ${short.actions.length} of them do:`,
    ...short.actions.map((action) => `  ${JSON.stringify(action)}`),
    again.detail,
    `replay: npm run simulate -- --model --replay ${file}`,
  ].join('\n');
}

export function saveScript(script: Script): string {
  const folder = path.join(tmpdir(), 'mot-cua-simulation');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `seed-${script.seed}.json`);
  writeFileSync(file, JSON.stringify(script, undefined, 1));
  return file;
}

/** @throws ZodError when the file is no script */
export function readScript(file: string): Script {
  return scriptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
