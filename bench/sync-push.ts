import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '#tests/setup/postgres.ts';
import { startChild } from './child.ts';
import type { CityUse } from './city-child.ts';
import { beside, type Figure, figure, type Subject, type Workshop } from './figure.ts';
import { packed, pushFloor } from './floor-push.ts';
import { median } from './statistics.ts';
import type { Transfer } from './sync-child.ts';

const ROUNDS = 3;

type Round = {
  readonly push: Transfer;
  readonly pull: Transfer;
  readonly cityCpuSeconds: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly lines: readonly string[];
};

/**
 * A backlog of 10,000 receptions from a real encrypted core to a real city and on to a second core, each a process,
 * over loopback; beside the floor, and its bytes beside one zstd frame of the whole.
 */
export const syncPush: Subject = {
  ids: ['sync.push10k', 'sync.pull10k', 'sync.push10k.postgres', 'memory.core.sync'],
  async measure(workshop) {
    const rounds: Round[] = [];
    const floors: number[] = [];
    for (let index = 0; index < ROUNDS; index += 1) {
      const round = await transfer(workshop, workshop.folder());
      rounds.push(round);
      floors.push(await pushFloor(workshop.folder(), round.lines));
    }
    const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
    const [first] = rounds;
    const lines = first?.lines ?? [];
    const payload = lines.join('\n');
    workshop.say(`${lines.length} events of ${Math.round(payload.length / lines.length)} characters`);
    return [
      ...beside(
        figure(
          'sync.push10k',
          of((round) => round.push.seconds),
          's',
        ),
        figure('sync.floor10k', median(floors), 's'),
      ),
      figure(
        'sync.push10k.cpu',
        of((round) => round.push.cpuSeconds),
        's',
      ),
      ...beside(
        figure('sync.push10k.up', of((round) => round.bytesUp) / 1e6, 'MB'),
        figure('sync.zstd10k', packed(payload).length / 1e6, 'MB'),
      ),
      figure('sync.push10k.down', of((round) => round.bytesDown) / 1e6, 'MB'),
      figure(
        'sync.pull10k',
        of((round) => round.pull.seconds),
        's',
      ),
      figure('memory.core.sync', Math.max(...rounds.map((round) => round.push.peakMiB)), 'MiB'),
      ...(await onPostgres(workshop)),
    ];
  },
};

async function transfer(workshop: Workshop, database: string): Promise<Round> {
  const city = startChild('city-child.ts', database);
  const url = await city.answer<string>();
  const folder = workshop.folder();
  await startChild('sync-child.ts', 'fill', folder, url).ended();
  const before = await city.ask<CityUse>('use');
  const push = await device('push', folder, url);
  const after = await city.ask<CityUse>('use');
  const pull = await device('pull', workshop.folder(), url);
  await city.ask<CityUse>('end');
  await city.ended();
  return {
    push,
    pull,
    cityCpuSeconds: after.cpuSeconds - before.cpuSeconds,
    bytesUp: after.bytesIn - before.bytesIn,
    bytesDown: after.bytesOut - before.bytesOut,
    lines: readFileSync(path.join(folder, 'payload.jsonl'), 'utf8').split('\n'),
  };
}

async function device(task: 'push' | 'pull', folder: string, url: string): Promise<Transfer> {
  const child = startChild('sync-child.ts', task, folder, url);
  const answer = await child.answer<Transfer>();
  await child.ended();
  return answer;
}

/** The same on PostgreSQL with its own durability, where this machine has it; nothing is installed for it. */
async function onPostgres(workshop: Workshop): Promise<readonly Figure[]> {
  if (!existsSync('/usr/lib/postgresql')) {
    workshop.say('PostgreSQL is not installed here: not measured');
    return [];
  }
  const postgres = await startPostgres({ durable: true });
  if (!postgres.ok) {
    workshop.say(`PostgreSQL was not measured because ${postgres.reason}`);
    return [];
  }
  try {
    const rounds: number[] = [];
    for (let index = 0; index < ROUNDS; index += 1) {
      rounds.push((await transfer(workshop, await postgres.createDatabase())).push.seconds);
    }
    return [figure('sync.push10k.postgres', median(rounds), 's')];
  } finally {
    await postgres.stop();
  }
}
