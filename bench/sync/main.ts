import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundled } from '../bundle.ts';
import { benchData } from '../dataset.ts';
import { type Contender, floor, ours, peers } from './contender.ts';
import { drain, drainHeadings, told } from './drain.ts';
import { overLine, profiles } from './emulated-line.ts';
import type { Line } from './ends.ts';
import { installPeers } from './install-peers.ts';
import { measure } from './measure.ts';
import { keepLine } from './results.ts';
import { headings, lineOf } from './sync-line.ts';
import { loopback, makePayload } from './transfer.ts';

/**
 * `npm run bench:sync`: the same changes carried by our engine, by the floor and by other engines, over loopback, each
 * end a process of its own; `-- --wan` over emulated slow lines, `-- --only floor,pouchdb` some of them. What a
 * contender did is kept in bench/results/sync.json as soon as it is known, in the place of what it did before, unless
 * `--changes` or `--rounds` say otherwise than the results. A contender that needs more than `--limit` minutes one
 * way is stopped. `-- --drain 100000` brings a backlog of ours to the city over each line, and counts it there.
 * `--over 256` only over lines with that in their title.
 */
const { values: flags } = parseArgs({
  options: {
    changes: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    wan: { type: 'boolean', default: false },
    drain: { type: 'string' },
    over: { type: 'string', default: '' },
    limit: { type: 'string', default: '30' },
  },
});
const isKept = flags.changes === undefined && flags.rounds === undefined;
const changes = Number(flags.changes ?? 10_000);
const rounds = Number(flags.rounds ?? (flags.wan ? 1 : 3));

mkdirSync(benchData, { recursive: true });
const base = mkdtempSync(path.join(benchData, 'sync-'));
const folder = (): string => mkdtempSync(path.join(base, 'd-'));
try {
  const own = ours(await bundled('sync/ours-device-child.ts', folder()));
  if (flags.drain !== undefined) await drainAll(own, Number(flags.drain));
  else await compare(own);
} finally {
  rmSync(base, { recursive: true, force: true });
}

async function drainAll(own: Contender, backlog: number): Promise<void> {
  console.log(drainHeadings.join('\n'));
  await overLines(true, true, async (title, line) => {
    const load = { payload: path.join(folder(), 'payload.jsonl'), changes: backlog, line };
    console.log(told(title, await drain(own, folder, load)));
  });
}

async function compare(own: Contender): Promise<void> {
  const chosen = flags.only?.split(',');
  const contenders = [own, floor, ...peers].filter(({ id }) => chosen?.includes(id) ?? true);
  if (contenders.some((each) => peers.includes(each))) installPeers();
  const payload = path.join(folder(), 'payload.jsonl');
  if (!contenders.includes(own)) await makePayload(own, { folder, database: folder(), payload, changes });
  await overLines(!flags.wan, flags.wan, (title, line) => carryAll(title, contenders, payload, line));
}

async function overLines(
  near: boolean,
  far: boolean,
  work: (title: string, line: Line) => Promise<void>,
): Promise<void> {
  const isChosen = (title: string): boolean => title.includes(flags.over);
  if (near && isChosen('loopback')) await work('loopback', loopback);
  for (const profile of far ? profiles : []) {
    if (isChosen(profile.title)) await overLine(profile, (line) => work(profile.title, line));
  }
}

async function carryAll(
  over: string,
  contenders: readonly Contender[],
  payload: string,
  line: Line,
): Promise<void> {
  const lines = await measure(contenders, {
    folder,
    payload,
    changes,
    line,
    rounds,
    limitSeconds: Number(flags.limit) * 60,
    say: (word) => console.log(`${new Date().toISOString()} ${over}: ${word}`),
    know(each) {
      console.log(lineOf(each));
      if (isKept) keepLine({ over, on: new Date().toISOString().slice(0, 10), ...each });
    },
  });
  console.log([`${over}:`, ...headings, ...lines.map(lineOf)].join('\n'));
}
