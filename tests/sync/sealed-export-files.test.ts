import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import type { CoreClient } from '#main/compose.ts';
import { exportSealed } from '#main/hosts/cli/export.ts';
import { readHostConfig } from '#main/hosts/host-config.ts';
import { fetchExport } from '#renderer/screens/sync/fetch-export.ts';
import { attachFile } from '#tests/builders/attach-file.ts';
import { jpegOf, pdfOf } from '#tests/builders/file-bytes.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { receiveExample, typeExample } from '#tests/builders/receive-example.ts';
import { type FaultyLine, openFaultyLine } from '#tests/setup/faulty-line.ts';
import { enrolProtocolDevice, startTestCity, type TestCity } from '#tests/setup/test-city.ts';

const database = await openPglite();
afterAll(() => database.close());

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 30_000, interval: 50 });

/** A scan of more than one piece, a photo, its small picture; and a scan of a draft. */
const [scan, photo, small, unsent] = [pdfOf(900_000), jpegOf(262_144), jpegOf(3_000), pdfOf(5_000)];

describe('the bytes of attached files in a sealed export', () => {
  let city: TestCity;
  let line: FaultyLine;
  let office: OfficeCore;
  let desk: CoreClient;
  let dossierId = '';
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-carried-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Enrolled and known, then without a line: a dossier with two files, and a draft with one. */
  beforeEach(async () => {
    city = await startTestCity({ database });
    line = await openFaultyLine(city.url);
    office = await officeCore({ clock: { now: () => new Date().toISOString() as never } });
    const { store, sync } = office.core;
    store.write((writer) => writer.saveSetting('office', city.office));
    expect(await sync.enrol(line.url, await city.newCode())).toMatchObject({ ok: true });
    office.core.start();
    await eventually(() => expect(store.read((reader) => reader.setting('deviceKeys'))).toBeDefined());
    await line.cut();
    desk = await office.signedIn('tiepnhan');
    ({ dossierId } = await receiveExample(desk, 'birth-registration'));
    await attachFile(desk, { dossierId }, scan);
    await attachFile(desk, { dossierId }, photo, { preview: small });
    const draftId = await typeExample(desk, 'birth-registration', {});
    await attachFile(desk, { draftId }, unsent);
  });
  afterEach(async () => {
    await office[Symbol.asyncDispose]();
    await line.close();
    await city.close();
  });

  const config = () => readHostConfig({ MOT_CUA_DATA_DIR: office.dataDir, MOT_CUA_MODE: 'demo' });
  /** Writes an export by the command line, beside the running core. */
  async function exported(name: string): Promise<string> {
    const file = path.join(folder, name);
    rmSync(file, { force: true });
    const made = await exportSealed.run(config(), [file]);
    expect(made).toMatchObject({ ok: true });
    return file;
  }
  /** Carries it to the city over somebody's line, as the whole file. */
  async function handedIn(body: Buffer): Promise<Response> {
    const { token } = await enrolProtocolDevice(city);
    return fetch(`${city.url}/v1/sealed`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(body),
    });
  }
  const atCity = (): readonly string[] =>
    readdirSync(city.filesDir, { recursive: true, encoding: 'utf8' })
      .map((name) => path.basename(name))
      .filter((name) => name.length === 64)
      .sort();
  const bytesAtCity = (sha256: string): Buffer => {
    const names = readdirSync(city.filesDir, { recursive: true, encoding: 'utf8' });
    return readFileSync(path.join(city.filesDir, names.find((name) => name.endsWith(sha256)) ?? 'none'));
  };
  const sent = async (): Promise<string> => {
    const { sent: has, total } = await desk.files.list({ owner: { dossierId } });
    return `${has}/${total}`;
  };

  it('reach the city whole, and the receipts settle them as well', async () => {
    const file = await exported('whole.niem-phong');
    expect((await readFile(file)).includes(scan.subarray(1000, 1040))).toBe(false);
    const reply = await handedIn(await readFile(file));
    expect(reply.status).toBe(200);
    expect(atCity()).toEqual([scan, photo, small].map(sha256Of).sort());
    for (const bytes of [scan, photo, small]) expect(bytesAtCity(sha256Of(bytes))).toEqual(bytes);
    expect(await sent()).toBe('0/2');
    const receipts = await reply.text();
    for (const _time of ['once', 'twice'])
      expect(office.core.sync.safety.importReceipts(receipts)).toMatchObject({
        ok: true,
        value: { files: 3 },
      });
    expect(await sent()).toBe('2/2');
  });

  it('are carried alone when the city has their events, and twice is once', async () => {
    line.break('proxy-error', /files/);
    await line.restore();
    office.core.sync.retry();
    await eventually(() =>
      expect(office.core.store.read((reader) => reader.outboxCounts())).toMatchObject({
        waiting: 0,
        sending: 0,
      }),
    );
    const file = await exported('alone.niem-phong');
    for (const _time of ['once', 'twice']) {
      const reply = await handedIn(await readFile(file));
      expect(office.core.sync.safety.importReceipts(await reply.text())).toMatchObject({
        value: { accepted: 0, files: 3 },
      });
    }
    expect(await sent()).toBe('2/2');
    expect(atCity()).toHaveLength(3);
  });

  it('that are damaged or cut off are left for the line, the rest is taken', async () => {
    const file = await exported('damaged.niem-phong');
    const whole = await readFile(file);
    const inFirst = whole.indexOf(0x0a) + 100;
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(inFirst) ^ 1, inFirst);
    expect((await handedIn(damaged.subarray(0, -10))).status).toBe(200);
    expect(atCity()).toHaveLength(1);
    expect(await (await handedIn(Buffer.from('{}'))).json()).toMatchObject({ code: 'export/unreadable' });
    await line.restore();
    office.core.sync.retry();
    await eventually(async () => expect(await sent()).toBe('2/2'));
    expect(atCity()).toHaveLength(3);
  });

  it('cross to a window in calls, with progress, the same as to the command line', async () => {
    const leader = await office.signedIn('lanhdao');
    const told: number[] = [];
    const { about, parts } = await fetchExport(leader, (part) => told.push(part));
    expect(about).toMatchObject({ files: 3 });
    const whole = Buffer.concat(parts);
    expect(whole).toHaveLength(about.size);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    await handedIn(whole);
    expect(atCity()).toHaveLength(3);
    const other = await office.signedIn('cntt');
    const stolen = other.safety.readExport({ id: about.id, offset: 0, length: 10 });
    await expect(stolen).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('never leave half a file under the name that was asked for', async () => {
    const file = path.join(folder, 'gone.niem-phong');
    const made = office.core.sync.safety.exportUnsent();
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const place = readdirSync(path.join(office.dataDir, 'files'), { recursive: true, encoding: 'utf8' }).find(
      (name) => name.endsWith(`${sha256Of(photo)}.bin`),
    );
    await using handle = await open(path.join(office.dataDir, 'files', place ?? ''), 'r+');
    await handle.truncate(1000);
    await expect(made.value.read(made.value.size - 1, 1)).rejects.toThrow('shorter');
    expect(await exportSealed.run(config(), [file])).toMatchObject({ ok: true });
    expect(readdirSync(folder)).not.toContain('gone.niem-phong.part');
  });
});
