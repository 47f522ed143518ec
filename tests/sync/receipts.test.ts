import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { feed } from '#city/store/schema.ts';
import { connect } from '#main/store/connection.ts';
import { verifyReceipts } from '#main/store/verify-receipts.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { testKey } from '#tests/builders/test-store.ts';
import { openRewritingLine, type RewritingLine } from '#tests/setup/rewriting-line.ts';
import { testCatalogues } from '#tests/setup/sync-catalogues.ts';
import { startTestCity, type TestCity } from '#tests/setup/test-city.ts';
import { openTestDevice, type TestDevice } from '#tests/setup/test-device.ts';

const database = await openPglite();
afterAll(() => database.close());

const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 25 });

describe('receipts', () => {
  let test: TestCity;
  let line: RewritingLine;
  let device: TestDevice;

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues: testCatalogues });
    line = await openRewritingLine(test.url);
    device = openTestDevice(test.office.id);
    expect(await device.engine.enrol(line.url, await test.newCode())).toMatchObject({ ok: true });
  });

  afterEach(async () => {
    await device.close();
    line.close();
    await test.close();
  });

  const verified = () => {
    const connection = connect(device.folder.file, testKey, { readonly: true });
    try {
      const { receiptKey = '' } =
        device.store.read((reader) => reader.setting<{ receiptKey: string }>('enrolment')) ?? {};
      return verifyReceipts(connection, receiptKey);
    } finally {
      connection.sqlite.close();
    }
  };

  it('are made by the device from what it sent and proved by the city’s signature', async () => {
    for (let count = 0; count < 3; count += 1) device.receive();
    device.engine.start();
    await eventually(() => expect(device.counts()).toEqual({ accepted: 3 }));
    device.receive();
    await eventually(() => expect(device.counts()).toEqual({ accepted: 4 }));
    expect(verified()).toEqual({ own: 4, proved: 4, broken: [] });
    const page = await fetchFeed();
    const shown = new Map(device.outbox().map((item) => [item.eventId, item.receipt]));
    expect(page.every((event) => shown.get(event.eventId) === event.receipt)).toBe(true);
  });

  it.each<[string, RewritingLine['rewrite']]>([
    ['a signature changed on its way', (text) => text.replace(/"signature":"./g, '"signature":"!')],
    ['no signature', (text) => text.replace(/"seals":\[.*\]/, '"seals":[]').replace(/,"seal":\{[^}]*\}/, '')],
  ])('with %s settle nothing: the work waits and the person is told', async (_what, rewrite) => {
    device.receive();
    line.rewrite = rewrite;
    device.engine.start();
    await eventually(() => expect(device.engine.status().message).toBe(errorCodes['sync/wrong-server']));
    expect(device.counts()).toEqual({ waiting: 1 });
    line.rewrite = (text) => text;
    device.engine.retry();
    await eventually(() => expect(device.counts()).toEqual({ accepted: 1 }));
    expect(verified()).toEqual({ own: 1, proved: 1, broken: [] });
  });

  it('show when what is stored no longer fits them', async () => {
    for (let count = 0; count < 3; count += 1) device.receive();
    device.engine.start();
    await eventually(() => expect(device.counts()).toEqual({ accepted: 3 }));
    await device.engine.stop();
    const { sqlite } = connect(device.folder.file, testKey);
    sqlite.exec(`DROP TRIGGER events_never_rewritten; UPDATE events SET actor = 'x' WHERE feed_seq = 2`);
    sqlite.close();
    expect(verified().broken).toContain(2);
  });

  async function fetchFeed() {
    const rows = await database.queries
      .select({ eventId: feed.eventId, receipt: feed.receipt, office: feed.office })
      .from(feed);
    return rows.filter((row) => row.office === test.office.id);
  }
});
