import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { feed, server } from '#city/store/schema.ts';
import { type Connection, connect } from '#main/store/connection.ts';
import type { NewEvent } from '#main/store/types.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { asId, type DossierId } from '#shared/kernel/ids.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { type TestFolder, testFolder } from '#tests/builders/test-store.ts';
import { type FaultyLine, openFaultyLine } from '#tests/setup/faulty-line.ts';
import { brokenProcedure, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import { startTestCity, type TestCity } from '#tests/setup/test-city.ts';
import { openTestDevice, type TestDevice } from '#tests/setup/test-device.ts';

const database = await openPglite();
afterAll(() => database.close());

const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000, interval: 25 });

describe('a device and its city', () => {
  let test: TestCity;
  let line: FaultyLine;
  let device: TestDevice;
  const opened: TestDevice[] = [];

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues: testCatalogues });
    line = await openFaultyLine(test.url);
    device = await enrolled();
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
    await line.close();
    await test.close();
  });

  async function enrolled(options: Parameters<typeof openTestDevice>[1] = {}): Promise<TestDevice> {
    const made = openTestDevice(test.office.id, options);
    opened.push(made);
    const result = await made.engine.enrol(`${line.url}/`, await test.newCode());
    expect(result).toMatchObject({ ok: true, value: { office: { id: test.office.id } } });
    return made;
  }

  const atCity = () => database.queries.select().from(feed).where(eq(feed.office, test.office.id));
  const accepted = (count: number) => eventually(() => expect(device.counts()).toEqual({ accepted: count }));

  it('sends what was received while nobody listened, once somebody does', async () => {
    await line.cut();
    device.engine.start();
    const streams = [device.receive(), device.receive(), device.receive()];
    await eventually(() => expect(device.engine.status().connection).toBe('offline'));
    expect(device.counts()).toEqual({ waiting: 3 });
    await line.restore();
    await accepted(3);
    expect((await atCity()).map((row) => row.stream)).toEqual(streams);
    expect(device.outbox().every((item) => item.receipt.startsWith(`${test.office.id}/`))).toBe(true);
    await eventually(() =>
      expect(device.engine.status()).toMatchObject({ connection: 'online', message: '' }),
    );
  });

  it('learns from the feed what the city took when the reply was lost', async () => {
    line.break('reply-lost', /push/);
    device.engine.start();
    device.receive();
    await accepted(1);
    const rows = await atCity();
    expect(rows).toHaveLength(1);
    expect(device.outbox()[0]?.receipt).toBe(rows[0]?.receipt);
  });

  it.each([
    ['captive-portal', 'offline', 'sync/not-our-server'],
    ['proxy-error', 'error', 'sync/server-error'],
    ['busy', 'busy', 'sync/server-busy'],
    ['half-open', 'offline', 'sync/unreachable'],
  ] as const)('survives a line with %s and goes on by itself', async (fault, connection, code) => {
    line.break(fault);
    device.engine.start();
    device.receive();
    await eventually(() =>
      expect(device.engine.status()).toMatchObject({ connection, message: errorCodes[code] }),
    );
    expect(device.engine.status().nextTryAt).not.toBe('');
    expect(device.counts()).toEqual({ waiting: 1 });
    line.mend();
    await accepted(1);
  });

  it('returns a batch that half-opened in mid-flight to waiting and sends it later', async () => {
    line.break('half-open', /push/);
    device.engine.start();
    device.receive();
    await eventually(() => expect(device.outbox()[0]?.attempts).toBeGreaterThan(1));
    line.mend();
    await accepted(1);
    expect(await atCity()).toHaveLength(1);
  });

  it('lets other dossiers pass one that the city refuses, and keeps the order within it', async () => {
    const bad = device.receive({ facts: {} });
    device.append({
      kind: 'dossier-handed-over',
      stream: bad,
      base: 1,
      payload: samplePayloads('dossier-handed-over')[0] ?? never(),
    });
    device.receive();
    device.engine.start();
    await eventually(() => expect(device.counts()).toEqual({ accepted: 1, refused: 1, waiting: 1 }));
    const refused = device.outbox().find((item) => item.state === 'refused');
    expect(refused).toMatchObject({ stream: bad, reason: 'city/invalid-facts' });
    expect(refused?.field).not.toBe('');
  });

  it('sends a held item again when its owner asks', async () => {
    device.receive({ procedure: brokenProcedure.id });
    device.engine.start();
    await eventually(() => expect(device.counts()).toEqual({ 'needs-you': 1 }));
    const [item] = device.outbox();
    device.engine.retry(item?.eventId);
    await eventually(() => expect(device.outbox()[0]).toMatchObject({ state: 'needs-you', attempts: 2 }));
  });

  it("brings each of two devices the other's events, and no echo of its own", async () => {
    const other = await enrolled();
    device.engine.start();
    other.engine.start();
    const [mine, theirs] = [device.receive(), other.receive()];
    await eventually(() => {
      for (const each of [device, other]) {
        for (const stream of [mine, theirs]) {
          const [event, ...more] = each.store.read((reader) => reader.streamEvents(stream));
          expect(event?.feedSeq).toBeGreaterThan(0);
          expect(more).toEqual([]);
        }
      }
    });
    expect(device.outbox()).toHaveLength(1);
  });

  it('does not set a dossier back when others built on an event whose answer was lost', async () => {
    const other = openTestDevice(test.office.id);
    opened.push(other);
    await other.engine.enrol(test.url, await test.newCode());
    device.engine.start();
    other.engine.start();
    const stream = device.receive();
    const versionAt = (each: TestDevice) =>
      each.store.read((reader) => reader.dossier(asId<DossierId>(stream))?.version);
    await eventually(() => expect(versionAt(other)).toBe(1));
    line.break('reply-lost', /push/);
    const step = (kind: 'dossier-handed-over' | 'verification-requested', base: number): NewEvent =>
      ({ kind, stream, base, payload: samplePayloads(kind)[0] ?? never() }) as NewEvent;
    device.append(step('dossier-handed-over', 1));
    await eventually(() => expect(versionAt(other)).toBe(2));
    other.append(step('verification-requested', 2));
    await eventually(() => expect(versionAt(device)).toBe(3));
  });

  it('stops sending when the city revokes the device, while intake goes on', async () => {
    device.engine.start();
    device.receive();
    await accepted(1);
    await test.city.revokeDevice(test.office.id, device.deviceId);
    await eventually(() =>
      expect(device.engine.status()).toMatchObject({
        connection: 'error',
        message: errorCodes['sync/revoked'],
      }),
    );
    device.receive();
    expect(device.counts()).toEqual({ accepted: 1, waiting: 1 });
  });

  it('does not take the word of another server at the same address', async () => {
    device.engine.start();
    device.receive();
    await accepted(1);
    line.break('other-server');
    device.receive();
    await eventually(() =>
      expect(device.engine.status()).toMatchObject({
        connection: 'error',
        message: errorCodes['sync/wrong-server'],
      }),
    );
    expect(device.counts()).toEqual({ accepted: 1, waiting: 1 });
    line.mend();
    device.engine.retry();
    await accepted(2);
  });

  it('stops when the city has lost part of the feed', async () => {
    device.engine.start();
    device.receive();
    await accepted(1);
    const cursor = () => device.store.read((reader) => reader.syncCursor());
    await eventually(() => expect(cursor().feedSeq).toBe(1));
    device.store.write((writer) => writer.saveCursor({ ...cursor(), feedSeq: 50 }));
    await eventually(() =>
      expect(device.engine.status()).toMatchObject({ message: errorCodes['sync/server-behind'] }),
    );
  });

  it('gives a device restored from an older copy its own events back', async () => {
    const folder = testFolder();
    device.store.backup(folder.file);
    device.engine.start();
    const stream = device.receive();
    await accepted(1);
    await device.engine.stop();
    const restored = openTestDevice(test.office.id, { folder, deviceId: device.deviceId });
    opened.push(restored);
    restored.engine.start();
    await eventually(() =>
      expect(restored.store.read((reader) => reader.streamEvents(stream))).toHaveLength(1),
    );
  });

  it('says that it cannot write to the disk, and goes on when it can again', async () => {
    const connections: Connection[] = [];
    const folder = testFolder();
    const open: TestFolder['open'] = (overrides) =>
      folder.open({
        ...overrides,
        connect(...args) {
          const connection = connect(...args);
          connections.push(connection);
          return connection;
        },
      });
    const stuck = await enrolled({ folder: { ...folder, open } });
    stuck.receive();
    connections[0]?.sqlite.pragma('query_only = ON');
    stuck.engine.start();
    await eventually(() =>
      expect(stuck.engine.status()).toMatchObject({
        connection: 'error',
        message: errorCodes['store/read-only'],
      }),
    );
    connections[0]?.sqlite.pragma('query_only = OFF');
    await eventually(() => expect(stuck.counts()).toEqual({ accepted: 1 }));
  });

  it('says that its clock is wrong, and syncs all the same', async () => {
    const late = await enrolled({ skewMs: -10 * 60_000 });
    late.engine.start();
    late.receive();
    await eventually(() => expect(late.counts()).toEqual({ accepted: 1 }));
    expect(late.store.read((reader) => reader.syncCursor().clock)).toBe('skewed');
  });

  it('takes a code once, and no machine of another office', async () => {
    const code = await test.newCode();
    const first = openTestDevice(test.office.id);
    const stranger = openTestDevice('HN-ELSEWHERE');
    opened.push(first, stranger);
    stranger.store.write((writer) => writer.saveSetting('office', { ...test.office, id: 'HN-ELSEWHERE' }));
    expect((await first.engine.enrol(line.url, code)).ok).toBe(true);
    expect(await first.engine.enrol(line.url, code)).toMatchObject({ error: [{ code: 'city/bad-code' }] });
    expect(await stranger.engine.enrol(line.url, await test.newCode())).toMatchObject({
      error: [{ code: 'city/wrong-office' }],
    });
    expect(await stranger.engine.enrol('not an address', code)).toMatchObject({
      error: [{ code: 'request/invalid' }],
    });
    expect((await database.queries.select().from(server)).length).toBe(1);
  });
});

function never(): never {
  throw new Error('the sample is missing');
}
