import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { composeCity } from '#city/compose.ts';
import { defaultLimits } from '#city/config.ts';
import { openPglite } from '#city/store/database.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { acceptable, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import { EventWriter, enrolProtocolDevice, startTestCity, type TestCity } from '#tests/setup/test-city.ts';
import { openTestDevice } from '#tests/setup/test-device.ts';

/** Kinds the "older" app of a test does not know. */
const future = vi.hoisted(() => new Set<string>());
vi.mock(import('#shared/dossiers/events.ts'), async (original) => {
  const events = await original();
  const hides = (kind: string): boolean => future.has(kind);
  return {
    ...events,
    isEventKind: (kind: string): kind is never => !hides(kind) && events.isEventKind(kind),
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
  test = await startTestCity({ database, catalogues: testCatalogues });
});
afterEach(() => test.close());

it('parks an event of a newer app at the city and on a device, and counts it once both are upgraded', async () => {
  future.add('dossier-handed-over');
  const stream = randomUUID();
  const newer = await enrolProtocolDevice(test);
  const writer = new EventWriter(test.office.id, newer.device);
  await newer.push([
    writer.write('dossier-received', stream, acceptable),
    writer.write('dossier-handed-over', stream, handedOver),
    writer.write('verification-requested', stream, requested),
  ]);
  const device = openTestDevice(test.office.id);
  await device.engine.enrol(test.url, await test.newCode());
  device.engine.start();
  await eventually(() => expect(device.store.read((reader) => reader.streamEvents(stream))).toHaveLength(3));
  await device.engine.stop();
  const version = () => device.store.read((reader) => reader.dossier(stream as never)?.version);
  const parked = version() ?? 0;
  expect(parked).toBeLessThan(3);

  future.clear();
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
  expect(version()).toBe(3);
  const again = openTestDevice(test.office.id, { ...device, store: device.store });
  again.engine.start();
  await eventually(async () =>
    expect(await again.engine.safety.checkState()).toMatchObject({ ok: true, value: { differing: 0 } }),
  );
  await again.engine.stop();
  await device.close();
});

it('speaks with a city and devices of other versions as long as there is one in common', async () => {
  const newer = await startTestCity({ database, catalogues: testCatalogues, protocols: { min: 1, max: 3 } });
  const device = openTestDevice(newer.office.id);
  expect(await device.engine.enrol(newer.url, await newer.newCode())).toMatchObject({ ok: true });
  device.engine.start();
  device.receive();
  await eventually(() => expect(device.counts()).toEqual({ accepted: 1 }));
  await newer.close();
  await device.close();
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
