import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isMissed, lineOf } from './bars.ts';
import { coreReady } from './core-ready.ts';
import { benchData, copyOf, masterOffice } from './dataset.ts';
import type { Figure, Subject, Workshop } from './figure.ts';
import { filesUpload } from './files-upload.ts';
import { firstSync } from './first-sync.ts';
import { listFirstPage } from './list-first-page.ts';
import { machine } from './machine.ts';
import { rendererSize } from './renderer-size.ts';
import { saveStep } from './save-step.ts';
import { searchPrefix } from './search-prefix.ts';
import { syncPostgres } from './sync-postgres.ts';
import { syncPush } from './sync-push.ts';
import { windowList } from './window-list.ts';

/**
 * `npm run bench`: measures everything and writes bench/results/latest.json; `-- --only save.step.p95` measures one
 * subject, by any beginning of its ids, and prints it only. A missed bar is printed and does not fail the run.
 */
const { values: flags } = parseArgs({ options: { only: { type: 'string' } } });

const subjects: readonly Subject[] = [
  saveStep,
  searchPrefix,
  listFirstPage,
  coreReady,
  syncPush,
  firstSync,
  syncPostgres,
  filesUpload,
  rendererSize,
  windowList,
];
const results = path.join(import.meta.dirname, 'results');

const chosen = subjects.filter(({ ids }) => ids.some((id) => id.startsWith(flags.only ?? '')));
if (chosen.length === 0) {
  console.error(
    `no figure begins with ${flags.only}; there are ${subjects.flatMap(({ ids }) => ids).join(', ')}`,
  );
  process.exit(1);
}
console.log(machine());
const figures: Figure[] = [];
for (const subject of chosen) {
  for (const each of await inWorkshop(subject)) {
    figures.push(each);
    console.log(lineOf(each));
  }
}
const missed = figures.filter(isMissed).map(({ id }) => id);
console.log(missed.length === 0 ? 'Every bar holds.' : `Bars missed: ${missed.join(', ')}`);
if (flags.only === undefined) {
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'latest.json'), `${JSON.stringify(figures, null, 2)}\n`);
}

/** Measures in folders that go afterwards, on the disk of the working copy: a temporary one may be memory. */
async function inWorkshop(subject: Subject): Promise<readonly Figure[]> {
  mkdirSync(benchData, { recursive: true });
  const base = mkdtempSync(path.join(benchData, 'run-'));
  const folder = (): string => mkdtempSync(path.join(base, 'd-'));
  const say = (line: string): void => console.log(`  (${line})`);
  const workshop: Workshop = {
    folder,
    say,
    office: async (dossiers) => copyOf(await masterOffice(dossiers, say), folder()),
  };
  try {
    return await subject.measure(workshop);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
