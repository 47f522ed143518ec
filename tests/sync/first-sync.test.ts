import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { type FaultyLine, openFaultyLine } from '#tests/setup/faulty-line.ts';
import { acceptable, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import { EventWriter, enrolProtocolDevice, startTestCity, type TestCity } from '#tests/setup/test-city.ts';
import { openTestDevice, type TestDevice } from '#tests/setup/test-device.ts';

const database = await openPglite();
afterAll(() => database.close());

const handedOver = samplePayloads('dossier-handed-over')[0] ?? {};
/** Enough for several pieces. */
const DOSSIERS = 1_250;

const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 60_000, interval: 10 });

describe('the first sync of a new machine', () => {
  let test: TestCity;
  let line: FaultyLine;
  const opened: TestDevice[] = [];

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues: testCatalogues });
    line = await openFaultyLine(test.url);
    await fillFeed();
  });
  afterEach(async () => {
    for (const device of opened.splice(0).toReversed()) await device.close();
    await line.close();
    await test.close();
  });

  async function fillFeed(): Promise<void> {
    const old = await enrolProtocolDevice(test);
    const writer = new EventWriter(test.office.id, old.device);
    const streams = Array.from({ length: DOSSIERS }, () => randomUUID());
    for (let from = 0; from < DOSSIERS; from += 250) {
      const some = streams.slice(from, from + 250);
      await old.push(some.map((stream) => writer.write('dossier-received', stream, acceptable)));
      await old.push(some.map((stream) => writer.write('dossier-handed-over', stream, handedOver)));
    }
  }
  async function enrolled(): Promise<TestDevice> {
    const device = openTestDevice(test.office.id, { patient: true });
    opened.push(device);
    expect(await device.engine.enrol(line.url, await test.newCode())).toMatchObject({ ok: true });
    return device;
  }
  const dossiers = (device: TestDevice): number =>
    device.store.read((reader) => reader.dossierRows({ limit: 1, offset: 0 }).total);
  const reaches = ({ engine }: TestDevice, phase: 'fetching' | 'building'): Promise<void> =>
    new Promise((resolve) => {
      engine.onChange(() => engine.safety.status().firstSync?.phase === phase && resolve());
    });
  const isWhole = (device: TestDevice): Promise<void> =>
    eventually(() => {
      expect(dossiers(device)).toBe(DOSSIERS);
      expect(device.store.read((reader) => reader.safety.unprojected())).toBe(0);
      expect(device.engine.status().connection).toBe('online');
    });

  it('brings the office in long pieces, tells how far it is, and shows what the city shows', async () => {
    const device = await enrolled();
    const seen: string[] = [];
    device.engine.onChange(() => {
      const { firstSync } = device.engine.safety.status();
      if (firstSync && seen.at(-1) !== firstSync.phase) seen.push(firstSync.phase);
    });
    device.engine.start();
    await isWhole(device);
    expect(seen).toEqual(['fetching', 'building']);
    expect(device.engine.safety.status().firstSync).toBeUndefined();
    expect(line.passed.filter((each) => each === 'GET /v1/snapshot').length).toBeGreaterThan(1);
    expect(await device.engine.safety.checkState()).toMatchObject({ ok: true, value: { differing: 0 } });
  });

  it('shows what has come while it waits for the rest', async () => {
    line.break('half-open', /snapshot\?after=[1-9]/);
    const device = await enrolled();
    device.engine.start();
    await eventually(() => {
      expect(dossiers(device)).toBeGreaterThan(0);
      expect(device.store.read((reader) => reader.safety.unprojected())).toBe(0);
    });
    expect(device.engine.safety.status().firstSync?.phase).toBe('fetching');
    expect(dossiers(device)).toBeLessThan(DOSSIERS);
    line.mend();
    await line.cut();
    await line.restore();
    await isWhole(device);
    expect(await device.engine.safety.checkState()).toMatchObject({ ok: true, value: { differing: 0 } });
  });

  it('goes on where it was cut, while fetching and while building', async () => {
    const device = await enrolled();
    device.engine.start();
    for (const phase of ['fetching', 'building'] as const) {
      const again = opened.at(-1) ?? device;
      await reaches(again, phase);
      await again.engine.stop();
      const { feedSeq } = again.store.read((reader) => reader.syncCursor());
      expect(feedSeq).toBeGreaterThan(0);
      const { folder, deviceId, store } = device;
      const next = openTestDevice(test.office.id, { folder, deviceId, store, patient: true });
      opened.push(next);
      next.engine.start();
    }
    await isWhole(opened.at(-1) ?? device);
    const asked = line.requests.filter((each) => each.includes('/v1/snapshot?after=0&'));
    expect(asked.length).toBe(1);
  });

  it('does not hold up new work', async () => {
    const device = await enrolled();
    const stream = device.receive();
    device.engine.start();
    await eventually(() => expect(device.counts()).toEqual({ accepted: 1 }));
    await eventually(() => expect(dossiers(device)).toBe(DOSSIERS + 1));
    expect(device.store.read((reader) => reader.streamEvents(stream))).toHaveLength(1);
  });
});
