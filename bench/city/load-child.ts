import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Exchange, openExchange } from '#main/sync/exchange.ts';
import { seededRandom } from '#tests/builders/random.ts';
import { benchCommune, communeDay } from './commune-day.ts';
import { drainDay, type MachineLog } from './commune-machine.ts';
import type { Enrolled } from './enrol-communes.ts';

/**
 * A share of the communes' machines in one process, `share` of `shares`. Makes their days and says so; when asked, lets
 * all of them reconnect at once and says what each met.
 */

export type CommuneLog = MachineLog & {
  readonly office: string;
  readonly eventsWritten: number;
  readonly filesAttached: number;
  /** Of every answer, by status; 0 for none. */
  readonly statuses: Readonly<Record<number, number>>;
};

const { values: flags } = parseArgs({
  options: {
    url: { type: 'string', default: '' },
    enrolled: { type: 'string', default: '' },
    share: { type: 'string', default: '' },
    shares: { type: 'string', default: '' },
    photos: { type: 'string', default: '' },
    fileBytes: { type: 'string', default: '' },
  },
});

const photos = { photos: Number(flags.photos), fileBytes: Number(flags.fileBytes) };
const { tokens, serverId, receiptKey } = JSON.parse(readFileSync(flags.enrolled, 'utf8')) as Enrolled;
const machines = tokens.flatMap((token, index) => {
  if (index % Number(flags.shares) !== Number(flags.share)) return [];
  return [{ index, token, day: communeDay(index, photos) }];
});
process.once('message', () => void reconnect());
// Not to go on when the bench was stopped.
process.once('disconnect', () => process.exit());
process.send?.(machines.length);

async function reconnect(): Promise<void> {
  const logs = await Promise.all(
    machines.map(async ({ index, token, day }): Promise<CommuneLog> => {
      const statuses: Record<number, number> = {};
      const exchange = counting(openExchange(), statuses);
      const enrolment = { cityUrl: flags.url, token, serverId, receiptKey };
      const log = await drainDay(day, { enrolment, exchange, random: seededRandom(index) });
      exchange.close();
      const { id: office } = benchCommune(index);
      return { ...log, office, statuses, eventsWritten: day.texts.length, filesAttached: day.files.length };
    }),
  );
  // A long answer is not written at once.
  process.send?.(logs, () => process.disconnect?.());
}

function counting(exchange: Exchange, statuses: Record<number, number>): Exchange {
  const count = (status: number): void => {
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  return {
    async send(request) {
      try {
        const reply = await exchange.send(request);
        count(reply.status);
        return reply;
      } catch (error) {
        count(0);
        throw error;
      }
    },
    close: () => exchange.close(),
  };
}
