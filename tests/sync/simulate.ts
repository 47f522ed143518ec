/**
 * `npm run simulate -- --seed 7 --dossiers 200 --devices 3 --faults kill,reply-lost,reorder,disk-full,wan-down`:
 * real cores in processes of their own against the real city server, under seeded faults. The last line is one
 * JSON object; the exit code is not 0 when anything acknowledged was lost, done twice or is not as it was.
 * With `--model` the same in one process against an oracle, see simulation/simulate-model.ts.
 */
import { simulateModel } from './simulation/simulate-model.ts';
import { readOptions } from './simulator/options.ts';
import { runSimulation } from './simulator/run-simulation.ts';

/** Of each kind: the first ones tell the story, their followers would bury it. */
const SHOWN = 10;

const args = process.argv.slice(2);
const isSound = args.includes('--model') ? (await simulateModel(args)) === 0 : await simulateProcesses();
process.exitCode = isSound ? 0 : 1;

async function simulateProcesses(): Promise<boolean> {
  const options = readOptions(args);
  const { seed, dossiers, devices, faults } = options;
  console.log(
    `seed ${seed}: ${dossiers} dossiers, ${devices} devices, faults: ${[...faults].join(', ') || 'none'}`,
  );
  const started = performance.now();
  const { received, atCity, lost, duplicated, heldOrRefused, violations, tally } =
    await runSimulation(options);
  for (const found of [lost, duplicated, violations]) {
    for (const line of found.slice(0, SHOWN)) console.error(line);
    if (found.length > SHOWN) console.error(`… and ${found.length - SHOWN} more`);
  }
  console.log(`${Math.round((performance.now() - started) / 1000)} s; ${tally}`);
  console.log(
    JSON.stringify({
      ...{ seed, received, atCity },
      lost: lost.length,
      duplicated: duplicated.length,
      heldOrRefused,
    }),
  );
  return lost.length + duplicated.length + violations.length === 0 && received === dossiers;
}
