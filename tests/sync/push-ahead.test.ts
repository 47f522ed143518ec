import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { feed, held } from '#city/store/schema.ts';
import { type Exchange, openExchange } from '#main/sync/exchange.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { testCatalogues } from '#tests/setup/sync-catalogues.ts';
import { startTestCity, type TestCity } from '#tests/setup/test-city.ts';
import { openTestDevice, type TestDevice } from '#tests/setup/test-device.ts';

const database = await openPglite();
afterAll(() => database.close());

/** A queue of two batches and more: after a failed attempt a batch is half of what was tried. */
const QUEUED = 12;

describe('a queue of several batches', () => {
  let test: TestCity;
  let device: TestDevice;
  /** What the queue looked like when each batch left. */
  let departures: Readonly<Record<string, number>>[];
  /** Which departures do not get through. */
  let failing: readonly number[];

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues: testCatalogues });
    departures = [];
    failing = [1];
    const line = openExchange();
    const watched: Exchange = {
      ...line,
      async send(request) {
        if (!request.url.endsWith('/v1/push')) return line.send(request);
        departures.push(device.counts());
        if (failing.includes(departures.length)) throw new Error('no line');
        return line.send(request);
      },
    };
    device = openTestDevice(test.office.id, { exchange: watched });
    await device.engine.enrol(test.url, await test.newCode());
  });

  afterEach(async () => {
    await device.close();
    await test.close();
  });

  const drained = (counts: object): Promise<void> =>
    vi.waitFor(() => expect(device.counts()).toEqual(counts), { timeout: 20_000, interval: 25 });

  it('leaves batch at the heels of batch: the next is away before the answers to one are written down', async () => {
    for (let count = 0; count < QUEUED; count += 1) device.receive();
    device.engine.start();
    await drained({ accepted: QUEUED });
    const half = QUEUED / 2;
    expect(departures).toEqual([{ sending: QUEUED }, { sending: half, waiting: half }, { sending: QUEUED }]);
    const rows = await database.queries.select().from(feed).where(eq(feed.office, test.office.id));
    expect(rows.map((row) => row.deviceSeq)).toEqual(rows.map((_, index) => index + 1));
  });

  it('does not send what follows on an event the city did not take', async () => {
    const bad = device.receive({ facts: {} });
    for (let count = 2; count < QUEUED; count += 1) device.receive();
    const payload = samplePayloads('dossier-handed-over')[0];
    if (!payload) throw new Error('the sample is missing');
    device.append({ kind: 'dossier-handed-over', stream: bad, base: 1, payload });
    device.engine.start();
    await drained({ accepted: QUEUED - 2, refused: 1, waiting: 1 });
    const kept = await database.queries.select().from(held).where(eq(held.office, test.office.id));
    expect(kept.map(({ reason }) => reason)).toEqual(['city/invalid-facts']);
  });

  it('goes on from what was accepted when the line breaks between two batches', async () => {
    failing = [1, 3];
    for (let count = 0; count < QUEUED; count += 1) device.receive();
    device.engine.start();
    await drained({ accepted: QUEUED });
    const rows = await database.queries.select().from(feed).where(eq(feed.office, test.office.id));
    expect(rows).toHaveLength(QUEUED);
  });
});
