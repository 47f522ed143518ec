import { existsSync } from 'node:fs';
import { startPostgres } from '#tests/setup/postgres.ts';
import { bundled } from './bundle.ts';
import { figure, type Subject } from './figure.ts';
import { median } from './statistics.ts';
import { type Round, transfer } from './transfer.ts';

const ROUNDS = 3;

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
      const program = await bundled('sync-child.ts', workshop.folder());
      const rounds: Round[] = [];
      for (let index = 0; index < ROUNDS; index += 1) {
        rounds.push(await transfer(workshop, program, await postgres.createDatabase()));
      }
      const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
      return [
        figure(
          'sync.postgres.push10k',
          of((round) => round.push.seconds),
          's',
        ),
        figure(
          'sync.postgres.pull10k',
          of((round) => round.pull.seconds),
          's',
        ),
      ];
    } finally {
      await postgres.stop();
    }
  },
};
