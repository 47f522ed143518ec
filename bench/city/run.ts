import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '#tests/setup/postgres.ts';
import { isMissed, lineOf } from '../bars.ts';
import { benchData } from '../dataset.ts';
import { machine } from '../machine.ts';
import { answersOf, figuresOf, growthOf } from './figures.ts';
import { type Reconnection, reconnect } from './reconnection.ts';

/**
 * `npm run bench:city`: 100, 300 and 584 communes with a day of backlog each reconnect at once to a city on PostgreSQL;
 * writes bench/results/city.json. `-- --communes 100` runs one size and writes nothing; `--photos 50` attaches one to
 * every dossier instead of every fifth.
 */
const { values: flags } = parseArgs({
  options: { communes: { type: 'string' }, photos: { type: 'string', default: '10' } },
});
const sizes = flags.communes === undefined ? [100, 300, 584] : flags.communes.split(',').map(Number);
const photos = { photos: Number(flags.photos), fileBytes: 100_000 };

const postgres = await startPostgres({ durable: true });
if (!postgres.ok) {
  console.error(`The city's load was not measured because ${postgres.reason}.`);
  process.exit(1);
}
mkdirSync(benchData, { recursive: true });
console.log(`${machine()}\n50 dossiers and ${flags.photos} photos of 100 KB each.`);
const runs: Reconnection[] = [];
try {
  for (const communes of sizes) {
    const run = await reconnect(communes, await postgres.createDatabase(), photos, benchData);
    runs.push(run);
    for (const each of figuresOf(run)) console.log(lineOf(each));
    console.log(`  (answers of ${communes} communes: ${answersOf(run)})`);
  }
} finally {
  await postgres.stop();
}
const measured = runs.flatMap(figuresOf);
const growth = growthOf(runs, measured);
for (const each of growth) console.log(lineOf(each));
const figures = [...measured, ...growth];
const missed = figures.filter(isMissed).map(({ id }) => id);
console.log(missed.length === 0 ? 'Every bar holds.' : `Bars missed: ${missed.join(', ')}`);
if (flags.communes === undefined) {
  const results = path.join(import.meta.dirname, '../results');
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'city.json'), `${JSON.stringify(figures, null, 2)}\n`);
}
