import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundled } from '../bundle.ts';
import { benchData } from '../dataset.ts';
import { type Contender, floor, ours, peers } from './contender.ts';
import { overLine, profiles } from './emulated-line.ts';
import { installPeers } from './install-peers.ts';
import { headings, lineOf, medianOf, type SyncLine } from './sync-line.ts';
import { type Line, type Round, transfer } from './transfer.ts';

/**
 * `npm run bench:sync`: the same changes carried by our engine, by the floor and by other engines, over loopback, each
 * end a process of its own. Writes bench/results/sync.json; `-- --only floor,pouchdb` measures some and prints only;
 * `-- --wan` carries ours and the floor over emulated slow lines.
 */
const { values: flags } = parseArgs({
  options: {
    changes: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    wan: { type: 'boolean', default: false },
  },
});
const changes = Number(flags.changes);

mkdirSync(benchData, { recursive: true });
const base = mkdtempSync(path.join(benchData, 'sync-'));
const folder = (): string => mkdtempSync(path.join(base, 'd-'));
try {
  const own = ours(await bundled('sync/ours-device-child.ts', folder()));
  const chosen = flags.only?.split(',');
  const all = flags.wan ? [floor] : [floor, ...peers];
  const contenders = [own, ...all.filter(({ id }) => chosen?.includes(id) ?? true)];
  if (contenders.some((each) => peers.includes(each))) installPeers();
  if (flags.wan) {
    const results = [];
    for (const profile of profiles) {
      const lines = await overLine(profile, (line) => measure(contenders, line));
      console.log(`${profile.title}:`);
      show(lines);
      results.push({ ...profile, lines });
    }
    if (chosen === undefined) keep('sync-wan.json', { changes, profiles: results });
  } else {
    const lines = await measure(contenders);
    show(lines);
    if (chosen === undefined) keep('sync.json', { changes, lines });
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}

async function measure(contenders: readonly Contender[], line?: Line): Promise<readonly SyncLine[]> {
  const rounds = new Map<string, Round[]>();
  for (let index = 0; index < Number(flags.rounds); index += 1) {
    const payload = path.join(folder(), 'payload.jsonl');
    for (const contender of contenders) {
      const setting = { folder, database: folder(), payload, changes, ...(line && { line }) };
      const round = await transfer(contender, setting);
      rounds.set(contender.id, [...(rounds.get(contender.id) ?? []), round]);
    }
  }
  return contenders.map(({ id, title, note }) => ({ id, title, note, ...medianOf(rounds.get(id) ?? []) }));
}

function show(lines: readonly SyncLine[]): void {
  console.log([...headings, ...lines.map(lineOf)].join('\n'));
}

function keep(file: string, results: object): void {
  const into = path.join(import.meta.dirname, '../results');
  mkdirSync(into, { recursive: true });
  writeFileSync(path.join(into, file), `${JSON.stringify(results, null, 2)}\n`);
}
