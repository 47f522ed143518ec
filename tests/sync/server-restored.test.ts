import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { feed } from '#city/store/schema.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { testCatalogues } from '#tests/setup/sync-catalogues.ts';
import { officeProfile, startTestCity, type TestCity } from '#tests/setup/test-city.ts';
import { openTestDevice, type TestDevice } from '#tests/setup/test-device.ts';

const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 30_000, interval: 25 });

const handedOver = samplePayloads('dossier-handed-over')[0];
if (!handedOver) throw new Error('the sample is missing');

describe('a city restored from an older copy', () => {
  const office = officeProfile('HN-RESTORED');
  let folder: string;
  let port = 0;
  let test: TestCity;
  let devices: TestDevice[];

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-restored-'));
    port = 0;
    devices = [];
    await startCity();
  });
  afterEach(async () => {
    // A loop that took over another's store ends first.
    for (const device of devices.toReversed()) await device.close();
    await stopCity();
    rmSync(folder, { recursive: true, force: true });
  });

  async function startCity(): Promise<void> {
    const database = await openPglite(path.join(folder, 'data'));
    test = await startTestCity({ database, catalogues: testCatalogues, port, office });
    port = Number(new URL(test.url).port);
  }
  async function stopCity(): Promise<void> {
    const { database } = test.city;
    await test.close();
    await database.close();
  }
  async function backUp(): Promise<void> {
    await stopCity();
    cpSync(path.join(folder, 'data'), path.join(folder, 'backup'), { recursive: true });
    await startCity();
  }
  async function restore(): Promise<void> {
    await stopCity();
    rmSync(path.join(folder, 'data'), { recursive: true });
    cpSync(path.join(folder, 'backup'), path.join(folder, 'data'), { recursive: true });
    await startCity();
  }
  async function newDevice(): Promise<TestDevice> {
    const device = openTestDevice(office.id);
    devices.push(device);
    expect(await device.engine.enrol(test.url, await test.newCode())).toMatchObject({ ok: true });
    device.engine.start();
    return device;
  }
  const feedIds = async (): Promise<readonly string[]> => {
    const rows = await test.city.database.queries
      .select({ id: feed.eventId })
      .from(feed)
      .where(eq(feed.office, office.id))
      .orderBy(asc(feed.feedSeq));
    return rows.map((row) => row.id);
  };
  const allHave = (count: number): Promise<void> =>
    eventually(() => {
      for (const device of devices) {
        const { waiting = 0, sending = 0 } = device.counts();
        expect(waiting + sending).toBe(0);
        expect(device.store.read((reader) => reader.syncCursor().feedSeq)).toBe(count);
      }
    });
  const stopped = (device: TestDevice): Promise<void> =>
    eventually(() => {
      device.engine.retry();
      expect(device.engine.safety.status().stop).toBe('server-behind');
      expect(device.engine.status()).toMatchObject({
        connection: 'error',
        message: errorCodes['sync/server-behind'],
      });
    });
  const handOver = (device: TestDevice, stream: string): void =>
    device.append({ kind: 'dossier-handed-over', stream, base: 1, payload: handedOver });

  it('stops every device, and has everything again, once, when their administrators agree', async () => {
    const [one, two] = [await newDevice(), await newDevice()];
    one.receive();
    two.receive();
    await allHave(2);
    await backUp();
    const shared = one.receive();
    await allHave(3);
    handOver(two, shared);
    one.receive();
    await allHave(5);
    const before = await feedIds();
    await restore();
    expect(await feedIds()).toEqual(before.slice(0, 2));
    await stopped(one);
    await stopped(two);
    expect(one.counts()).toEqual({ accepted: 3 });

    // The second device is offered again too, for its own machine may never come back.
    expect(await one.engine.safety.acceptServerLoss()).toEqual({ ok: true, value: { events: 3 } });
    await eventually(async () => expect([...(await feedIds())].toSorted()).toEqual([...before].toSorted()));
    await two.engine.safety.acceptServerLoss();
    await allHave(5);
    expect(one.counts()).toEqual({ accepted: 3 });
    expect(two.counts()).toEqual({ accepted: 2 });
    for (const device of [one, two]) {
      expect(device.store.read((reader) => reader.safety.offerCounts())).toMatchObject({
        waiting: 0,
        stopped: 0,
      });
      expect(await device.engine.safety.checkState()).toMatchObject({ ok: true, value: { differing: 0 } });
      expect(await device.engine.safety.acceptServerLoss()).toMatchObject({
        error: [{ code: 'sync/no-loss' }],
      });
    }
  });

  it('is noticed even when new work of another device has filled the place of what it lost', async () => {
    const one = await newDevice();
    one.receive();
    await allHave(1);
    await backUp();
    one.receive();
    await allHave(2);
    await one.engine.stop();
    await restore();
    const late = await newDevice();
    late.receive();
    late.receive();
    await eventually(() => expect(late.counts()).toEqual({ accepted: 2 }));
    const again = openTestDevice(office.id, { folder: one.folder, deviceId: one.deviceId, store: one.store });
    devices.push(again);
    again.engine.start();
    await stopped(again);
    await again.engine.safety.acceptServerLoss();
    await eventually(async () => expect(await feedIds()).toHaveLength(4));
    await eventually(() => expect(again.counts()).toEqual({ accepted: 2 }));
  });
});
