import { existsSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '#tests/setup/postgres.ts';
import { bundled } from './bundle.ts';
import { figure, type Subject } from './figure.ts';
import { ours } from './sync/contender.ts';
import { medianOf } from './sync/sync-line.ts';
import { type Round, transfer } from './sync/transfer.ts';

const ROUNDS = 3;
const CHANGES = 10_000;

/** The same backlog on PostgreSQL with its own durability, where this machine has it; nothing is installed for it. */
export const syncPostgres: Subject = {
  ids: ['sync.postgres.push10k', 'sync.postgres.pull10k'],
  async measure(workshop) {
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
      const own = ours(await bundled('sync/ours-device-child.ts', workshop.folder()));
      const payload = path.join(workshop.folder(), 'payload.jsonl');
      const rounds: Round[] = [];
      for (let index = 0; index < ROUNDS; index += 1) {
        const database = await postgres.createDatabase();
        rounds.push(await transfer(own, { folder: workshop.folder, database, payload, changes: CHANGES }));
      }
      const { push, pull } = medianOf(rounds);
      return [
        figure('sync.postgres.push10k', push.seconds, 's'),
        figure('sync.postgres.pull10k', pull.seconds, 's'),
      ];
    } finally {
      await postgres.stop();
    }
  },
};
