import { parseArgs } from 'node:util';
import { investigate, readScript } from './investigate.ts';
import { run, type Script, scriptOf } from './run.ts';
import { openSimulatedCity } from './simulated-city.ts';

/**
 * `npm run simulate -- --model --seed 1 --seeds 200 --steps 40`, or `--replay file`: whole offices and their city in
 * this process, every invariant after every action. A failing seed is shrunk and printed.
 * @returns how many scripts failed
 */
export async function simulateModel(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: 'boolean' },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '200' },
      steps: { type: 'string', default: '40' },
      replay: { type: 'string' },
    },
  });
  const { seed, seeds, steps, replay } = values;
  const scripts = replay ? [readScript(replay)] : scriptsOf(Number(seed), Number(seeds), Number(steps));
  const city = await openSimulatedCity();
  let failed = 0;
  for (const script of scripts) {
    const failure = await run(city, script);
    if (!failure) continue;
    failed += 1;
    console.error(await investigate(city, script, failure));
  }
  await city.close();
  console.log(`${scripts.length} scripts, ${failed} failed`);
  return failed;
}

function scriptsOf(first: number, count: number, length: number): readonly Script[] {
  return Array.from({ length: count }, (_, index) => scriptOf(first + index, length));
}
