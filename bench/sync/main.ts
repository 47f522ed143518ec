import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundled } from '../bundle.ts';
import { benchData } from '../dataset.ts';
import { floor, ours, peers } from './contender.ts';
import { installPeers } from './install-peers.ts';
import { headings, lineOf, medianOf, type SyncLine } from './sync-line.ts';
import { type Round, transfer } from './transfer.ts';

/**
 * `npm run bench:sync`: the same changes carried by our engine, by the floor and by other engines, over loopback, each
 * end a process of its own. Writes bench/results/sync.json; `-- --only floor,pouchdb` measures some and prints only.
 */
const { values: flags } = parseArgs({
  options: {
    changes: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const changes = Number(flags.changes);

mkdirSync(benchData, { recursive: true });
const base = mkdtempSync(path.join(benchData, 'sync-'));
const folder = (): string => mkdtempSync(path.join(base, 'd-'));
try {
  const own = ours(await bundled('sync/ours-device-child.ts', folder()));
  const chosen = flags.only?.split(',');
  const others = [floor, ...peers].filter(({ id }) => chosen?.includes(id) ?? true);
  if (others.some((each) => peers.includes(each))) installPeers();
  const rounds = new Map<string, Round[]>();
  for (let index = 0; index < Number(flags.rounds); index += 1) {
    const payload = path.join(folder(), 'payload.jsonl');
    for (const contender of [own, ...others]) {
      const round = await transfer(contender, { folder, database: folder(), payload, changes });
      rounds.set(contender.id, [...(rounds.get(contender.id) ?? []), round]);
    }
  }
  const lines = [own, ...others].map(
    (contender): SyncLine => ({
      id: contender.id,
      title: contender.title,
      note: contender.note,
      ...medianOf(rounds.get(contender.id) ?? []),
    }),
  );
  console.log([...headings, ...lines.map(lineOf)].join('\n'));
  if (chosen === undefined) keep({ changes, lines });
} finally {
  rmSync(base, { recursive: true, force: true });
}

function keep(results: object): void {
  const into = path.join(import.meta.dirname, '../results');
  mkdirSync(into, { recursive: true });
  writeFileSync(path.join(into, 'sync.json'), `${JSON.stringify(results, null, 2)}\n`);
}
