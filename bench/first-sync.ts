import { eq } from 'drizzle-orm';
import { readEvent } from '#city/app/read-event.ts';
import { eventDigest, makeReceipt } from '#city/app/receipt.ts';
import { type Database, openPostgres } from '#city/store/database.ts';
import { type AcceptedEvent, saveFeed } from '#city/store/save-feed.ts';
import { communes } from '#city/store/schema.ts';
import { envelopeOf } from '#main/store/envelope-of.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import { seededRandom } from '#tests/builders/random.ts';
import { startPostgres } from '#tests/setup/postgres.ts';
import { openCore } from './bench-core.ts';
import { bundled } from './bundle.ts';
import { startChild, startCore } from './child.ts';
import { feedOf, openBooks, workingDays } from './dataset.ts';
import { type Figure, figure, type Subject, type Workshop } from './figure.ts';
import type { FirstSyncRun } from './first-sync-child.ts';
import type { ServerUse } from './sync/serve.ts';
import { deskOf } from './synthetic-desk.ts';
import { lifeOf } from './synthetic-life.ts';

const DOSSIERS = Number(process.env.BENCH_DOSSIERS ?? 150_000);
const SEED = 11;
/** Parameters of one statement are few; rows are large. */
const ROWS_AT_ONCE = 1_000;

/** A new machine of an office of 150,000 dossiers: from its enrolment until its lists show the whole office. */
export const firstSync: Subject = {
  ids: ['sync.first-sync'],
  async measure(workshop) {
    const postgres = await startPostgres();
    if (!postgres.ok) {
      workshop.say(`no PostgreSQL: ${postgres.reason}`);
      return [];
    }
    try {
      return await measureOn(workshop, await postgres.createDatabase());
    } finally {
      await postgres.stop();
    }
  },
};

async function measureOn(workshop: Workshop, address: string): Promise<readonly Figure[]> {
  const program = await bundled('first-sync-child.ts', workshop.folder());
  const city = startChild('city-child.ts', address);
  const url = await city.answer<string>();
  const database = openPostgres(address);
  const events = await fillFeed(database, workshop.folder());
  await database.close();
  workshop.say(`${DOSSIERS} dossiers, ${events} events in the feed`);
  const before = await city.ask<ServerUse>('use');
  const child = startCore(program, workshop.folder(), url);
  const run = await child.answer<FirstSyncRun>();
  await child.ended();
  const after = await city.ask<ServerUse>('end');
  await city.ended();
  if (run.dossiers < DOSSIERS) throw new Error(`only ${run.dossiers} dossiers arrived`);
  return [
    figure('sync.first-sync', run.seconds, 's'),
    figure('sync.first-sync.down', (after.bytesOut - before.bytesOut) / 1e6, 'MB'),
    figure('sync.first-sync.city-cpu', after.cpuSeconds - before.cpuSeconds, 's'),
    figure('sync.first-sync.memory', run.peakMiB, 'MiB'),
    figure('sync.first-sync.database', run.databaseMB, 'MB'),
  ];
}

/** The feed alone: a first sync reads nothing else of the city. @returns how many events */
async function fillFeed(database: Database, folder: string): Promise<number> {
  const core = await openCore(folder);
  const random = seededRandom(SEED);
  const desk = deskOf(core, random);
  openBooks(core, desk, 2025);
  const opened = core.store.read((reader) => reader.safety.unsentAfter(0, 1_000)).map(envelopeOf);
  const later = feedOf(core, random);
  const chain = new Chain();
  const waiting = opened.map((event) => chain.next(event));
  const days = workingDays();
  for (let index = 0; index < DOSSIERS; index += 1) {
    const day = days[Math.floor((index / DOSSIERS) * days.length)];
    if (day === undefined) throw new Error('the calendar has no days');
    for (const { feedSeq: _seq, receipt: _receipt, ...event } of later.eventsOf(
      lifeOf(random, desk, day, 'returned'),
    )) {
      waiting.push(chain.next(event));
    }
    if (waiting.length >= ROWS_AT_ONCE) await saveFeed(database.queries, desk.office.id, waiting.splice(0));
  }
  const office = desk.office.id;
  await saveFeed(database.queries, office, waiting);
  const { feedSeq: feedHead, link: receiptHead } = chain;
  await database.queries.update(communes).set({ feedHead, receiptHead }).where(eq(communes.office, office));
  core.store.close();
  return feedHead;
}

/** Receipts as the city gives them, or the device would not take them. */
class Chain {
  feedSeq = 0;
  link = '';

  next(envelope: Envelope): AcceptedEvent {
    this.feedSeq += 1;
    const { feedSeq, link: before } = this;
    const { office, id: eventId, at: acceptedAt } = envelope;
    const { text } = readEvent(envelope);
    const digest = eventDigest(text);
    const { receipt, link } = makeReceipt({ before, office, eventId, digest, feedSeq, acceptedAt });
    this.link = link;
    return { envelope, text, acceptance: { digest, feedSeq, receipt, acceptedAt } };
  }
}
