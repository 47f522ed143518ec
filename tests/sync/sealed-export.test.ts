import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { count, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { feed } from '#city/store/schema.ts';
import type { SealedFile } from '#shared/sync/sealed-file.ts';
import { type FaultyLine, openFaultyLine } from '#tests/setup/faulty-line.ts';
import { testCatalogues } from '#tests/setup/sync-catalogues.ts';
import { enrolProtocolDevice, startTestCity, type TestCity } from '#tests/setup/test-city.ts';
import { openTestDevice, type TestDevice } from '#tests/setup/test-device.ts';

const database = await openPglite();
afterAll(() => database.close());

const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000, interval: 25 });

describe('a sealed export', () => {
  let test: TestCity;
  let line: FaultyLine;
  let device: TestDevice;

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues: testCatalogues });
    line = await openFaultyLine(test.url);
    device = openTestDevice(test.office.id);
    expect(await device.engine.enrol(line.url, await test.newCode())).toMatchObject({ ok: true });
  });
  afterEach(async () => {
    await device.close();
    await line.close();
    await test.close();
  });

  /** One round with the line up, for the keys; then the line stays down. */
  async function workAlone(dossiers: number): Promise<void> {
    device.engine.start();
    await eventually(() => expect(device.store.read((reader) => reader.setting('deviceKeys'))).toBeDefined());
    await line.cut();
    for (let number = 0; number < dossiers; number += 1) device.receive();
  }
  async function exported(): Promise<SealedFile> {
    const made = device.engine.safety.exportUnsent();
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return JSON.parse((await made.value.read(0, made.value.size)).toString('utf8'));
  }
  async function carried(file: SealedFile): Promise<string> {
    const taken = await test.city.takeExport(file);
    if (!taken.ok) throw new Error(taken.error);
    return JSON.stringify(taken.value);
  }
  const atCity = async (): Promise<number> => {
    const [row] = await database.queries
      .select({ rows: count() })
      .from(feed)
      .where(eq(feed.office, test.office.id));
    return row?.rows ?? 0;
  };

  it('carries the queue to the city and receipts back; the line finds nothing left to do', async () => {
    await workAlone(3);
    const receipts = await carried(await exported());
    expect(await atCity()).toBe(3);
    expect(device.engine.safety.importReceipts(receipts)).toEqual({
      ok: true,
      value: { accepted: 3, held: 0, refused: 0, files: 0 },
    });
    expect(device.counts()).toEqual({ accepted: 3 });
    expect(device.engine.safety.exportUnsent()).toMatchObject({ error: [{ code: 'export/nothing' }] });
    await line.restore();
    device.engine.retry();
    await eventually(() => expect(device.engine.status().connection).toBe('online'));
    expect(line.passed.filter((each) => each === 'POST /v1/push')).toEqual([]);
    expect(await atCity()).toBe(3);
  });

  it('may be taken twice, and the line may come back before the receipts do', async () => {
    await workAlone(2);
    const file = await exported();
    await carried(file);
    const second = await carried(file);
    await line.restore();
    device.receive();
    device.engine.retry();
    await eventually(() => expect(device.counts()).toEqual({ accepted: 3 }));
    expect(device.engine.safety.importReceipts(second)).toMatchObject({ ok: true, value: { accepted: 2 } });
    expect(device.counts()).toEqual({ accepted: 3 });
    expect(await atCity()).toBe(3);
  });

  it('may be handed in at any enrolled machine with a line', async () => {
    await workAlone(1);
    const neighbour = await enrolProtocolDevice(test);
    const reply = await fetch(`${test.url}/v1/sealed`, {
      method: 'POST',
      headers: { authorization: `Bearer ${neighbour.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(await exported()),
    });
    expect(reply.status).toBe(200);
    expect(device.engine.safety.importReceipts(await reply.text())).toMatchObject({ value: { accepted: 1 } });
  });

  it('shows nothing of a dossier, and opens for nobody but the city', async () => {
    await workAlone(1);
    const file = await exported();
    expect(Buffer.from(file.box, 'base64').toString('latin1')).not.toContain('facts');
    const changed = { ...file, createdAt: '2020-01-01T00:00:00.000Z' };
    expect(await test.city.takeExport(changed)).toEqual({ ok: false, error: 'export/forged' });
    const stranger = { ...file, device: '00000000-0000-4000-8000-000000000009' };
    expect(await test.city.takeExport(stranger)).toEqual({ ok: false, error: 'export/unknown-device' });
    await test.city.revokeDevice(test.office.id, device.deviceId);
    expect(await test.city.takeExport(file)).toEqual({ ok: false, error: 'sync/revoked' });
    expect(await atCity()).toBe(0);
  });

  it('takes receipts of its own exports only', async () => {
    await workAlone(1);
    const receipts = JSON.parse(await carried(await exported()));
    const forged = JSON.stringify({ ...receipts, id: 'another export' });
    expect(device.engine.safety.importReceipts(forged)).toMatchObject({
      error: [{ code: 'export/unreadable' }],
    });
    expect(device.engine.safety.importReceipts('not a file')).toMatchObject({
      error: [{ code: 'export/unreadable' }],
    });
    const other = JSON.stringify({ ...receipts, device: '00000000-0000-4000-8000-000000000009' });
    expect(device.engine.safety.importReceipts(other)).toMatchObject({
      error: [{ code: 'export/not-ours' }],
    });
    expect(device.counts()).toEqual({ waiting: 1 });
  });

  it('cannot be made before the first contact with the city', () => {
    device.receive();
    expect(device.engine.safety.exportUnsent()).toMatchObject({ error: [{ code: 'export/no-key' }] });
  });
});

describe('npm run city -- --import', () => {
  it('says what is wrong with a file that is none, and ends with 1', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-import-'));
    const file = path.join(folder, 'x.niem-phong');
    writeFileSync(file, '{}');
    const entry = path.resolve(import.meta.dirname, '../../src/city-server/entry.ts');
    const env = {
      ...process.env,
      DATABASE_URL: '',
      CITY_DATA_DIR: path.join(folder, 'data'),
      LOG_LEVEL: 'error',
    };
    const ended = promisify(execFile)(process.execPath, [entry, '--import', file], { env });
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('export/unreadable'),
    });
    expect(readFileSync(file, 'utf8')).toBe('{}');
    rmSync(folder, { recursive: true, force: true });
  });
});
