import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { replayParked } from '#city/app/replay-parked.ts';
import { composeCity } from '#city/compose.ts';
import { defaultLimits } from '#city/config.ts';
import { openPglite } from '#city/store/database.ts';
import { books } from '#city/store/schema.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { acceptable, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import { EventWriter, enrolProtocolDevice, startTestCity, type TestCity } from '#tests/setup/test-city.ts';
import { openTestDevice } from '#tests/setup/test-device.ts';

/** Kinds the "older" app of a test does not know, and the newest version it reads of a kind it knows. */
const { future, newest } = vi.hoisted(() => ({
  future: new Set<string>(),
  newest: new Map<string, number>(),
}));
vi.mock(import('#shared/dossiers/events.ts'), async (original) => {
  const events = await original();
  const hides = (kind: string): boolean => future.has(kind);
  return {
    ...events,
    isEventKind: (kind: string): kind is never => !hides(kind) && events.isEventKind(kind),
    isKnownEvent: (event: { kind: string; version?: number | undefined }): event is never =>
      !hides(event.kind) &&
      events.isEventKind(event.kind) &&
      (event.version ?? 1) <= (newest.get(event.kind) ?? 1),
  } as typeof events;
});

const database = await openPglite();
afterAll(() => database.close());

const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000, interval: 25 });
const handedOver = samplePayloads('dossier-handed-over')[0] ?? {};
const requested = samplePayloads('verification-requested')[0] ?? {};

let test: TestCity;
beforeEach(async () => {
  future.clear();
  newest.clear();
  test = await startTestCity({ database, catalogues: testCatalogues });
});
afterEach(() => test.close());

it.each([
  { what: 'a newer kind', version: 1 },
  { what: 'a newer version of a kind both know', version: 3 },
])('parks $what at the city and on a device, and counts it once both are upgraded', async ({ version }) => {
  if (version === 1) future.add('dossier-handed-over');
  const stream = randomUUID();
  const newer = await enrolProtocolDevice(test);
  const writer = new EventWriter(test.office.id, newer.device);
  await newer.push([
    writer.write('dossier-received', stream, acceptable),
    { ...writer.write('dossier-handed-over', stream, handedOver), version },
    writer.write('verification-requested', stream, requested),
  ]);
  const device = openTestDevice(test.office.id);
  await device.engine.enrol(test.url, await test.newCode());
  device.engine.start();
  await eventually(() => expect(device.store.read((reader) => reader.streamEvents(stream))).toHaveLength(3));
  await device.engine.stop();
  const folded = () => device.store.read((reader) => reader.dossier(stream as never)?.version);
  const parked = folded() ?? 0;
  expect(parked).toBeLessThan(3);

  future.clear();
  newest.set('dossier-handed-over', version);
  const upgraded = await composeCity(
    {
      ...{ host: '127.0.0.1', port: 0, logLevel: 'silent', filesDir: undefined },
      database: { kind: 'pglite', folder: undefined },
      limits: { ...defaultLimits, requestsPerMinute: 1e6, enrolmentsPerMinute: 1e6, eventLoopDelayMs: 0 },
    },
    { database, catalogues: testCatalogues },
  );
  await upgraded.close();
  device.store.write((each) => each.safety.replayParked());
  expect(folded()).toBe(3);
  const again = openTestDevice(test.office.id, { ...device, store: device.store });
  again.engine.start();
  await eventually(async () =>
    expect(await again.engine.safety.checkState()).toMatchObject({ ok: true, value: { differing: 0 } }),
  );
  await again.engine.stop();
  await device.close();
});

it.each([
  { newer: 'a city', ofCity: { min: 1, max: 3 }, ofDevice: { min: 1, max: 1 } },
  { newer: 'a device', ofCity: { min: 1, max: 1 }, ofDevice: { min: 1, max: 3 } },
])('speaks the version both know when $newer is two ahead', async ({ ofCity, ofDevice }) => {
  const newer = await startTestCity({ database, catalogues: testCatalogues, protocols: ofCity });
  const device = openTestDevice(newer.office.id, { protocols: ofDevice });
  expect(await device.engine.enrol(newer.url, await newer.newCode())).toMatchObject({ ok: true });
  device.engine.start();
  device.receive();
  await eventually(() => expect(device.counts()).toEqual({ accepted: 1 }));
  await newer.close();
  await device.close();
});

it('takes what apps two versions older wrote', async () => {
  newest.set('dossier-handed-over', 3);
  const stream = randomUUID();
  const older = await enrolProtocolDevice(test);
  const writer = new EventWriter(test.office.id, older.device);
  const { answers } = await older.push([
    writer.write('dossier-received', stream, acceptable),
    writer.write('dossier-handed-over', stream, handedOver),
  ]);
  expect(answers).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
  const device = openTestDevice(test.office.id);
  await device.engine.enrol(test.url, await test.newCode());
  device.engine.start();
  await eventually(() =>
    expect(device.store.read((reader) => reader.dossier(stream as never))).toMatchObject({ version: 2 }),
  );
  await device.close();
});

it('reads a book again that passed on in a way an older city could not read', async () => {
  const stream = randomUUID();
  const holder = await enrolProtocolDevice(test);
  const writer = new EventWriter(test.office.id, holder.device);
  const [opened, closed] = [samplePayloads('book-opened')[0], samplePayloads('book-closed')[0]];
  await holder.push([
    writer.write('book-opened', stream, { ...opened, bookId: stream }),
    { ...writer.write('book-closed', stream, { ...closed, bookId: stream }), version: 2 },
  ]);
  const book = async () => {
    const [row] = await database.queries.select().from(books).where(eq(books.bookId, stream));
    return row;
  };
  expect(await book()).toMatchObject({ endNumber: null, state: { closedOn: '' } });
  newest.set('book-closed', 2);
  expect(await replayParked(database)).toBe(1);
  expect(await book()).toMatchObject({
    endNumber: closed?.lastNumber,
    state: { closedOn: closed?.closedOn },
  });
});

it('says on both sides that a version is too old, and loses nothing', async () => {
  const device = openTestDevice(test.office.id);
  await device.engine.enrol(test.url, await test.newCode());
  const port = Number(new URL(test.url).port);
  await test.close();
  test = await startTestCity({
    ...{ database, catalogues: testCatalogues, port, office: test.office },
    protocols: { min: 4, max: 6 },
  });
  device.receive();
  device.engine.start();
  await eventually(() =>
    expect(device.engine.status()).toMatchObject({ message: errorCodes['sync/version-skew'] }),
  );
  expect(device.counts()).toEqual({ waiting: 1 });
  await device.close();
});
