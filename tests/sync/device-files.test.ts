import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import type { CoreClient } from '#main/compose.ts';
import { createSyncEngine } from '#main/sync/engine.ts';
import type { Exchange } from '#main/sync/exchange.ts';
import { openExchange } from '#main/sync/exchange.ts';
import { UPLOADS_PATH } from '#shared/sync/file-transfer.ts';
import { attachFile, readWhole } from '#tests/builders/attach-file.ts';
import { jpegOf, pdfOf } from '#tests/builders/file-bytes.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { seededRandom } from '#tests/builders/random.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { type FaultyLine, openFaultyLine } from '#tests/setup/faulty-line.ts';
import { startTestCity, type TestCity } from '#tests/setup/test-city.ts';

const database = await openPglite();
afterAll(() => database.close());

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 30_000, interval: 25 });

describe('attached files on their way to the city', () => {
  let city: TestCity;
  let line: FaultyLine;
  const offices: OfficeCore[] = [];

  beforeEach(async () => {
    city = await startTestCity({ database });
    line = await openFaultyLine(city.url);
  });
  afterEach(async () => {
    await Promise.all(offices.splice(0).map((each) => each[Symbol.asyncDispose]()));
    await line.close();
    await city.close();
  });

  /** A core of the office, enrolled; `watch` sees each request before it leaves. */
  async function office(watch: (method: string, url: string) => void = () => {}): Promise<OfficeCore> {
    const exchange = watched(openExchange(), watch);
    const timeouts = { probeMs: 1_000, transferMs: 5_000 };
    const made = await officeCore({
      clock: { now: () => new Date().toISOString() as never },
      createSync: (options) =>
        createSyncEngine({ ...options, exchange, timeouts, pollMs: 200, random: () => 0.01 }),
    });
    offices.push(made);
    made.core.store.write((writer) => writer.saveSetting('office', city.office));
    expect(await made.core.sync.enrol(line.url, await city.newCode())).toMatchObject({ ok: true });
    return made;
  }

  const atCity = (): readonly string[] =>
    readdirSync(city.filesDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('uploads'))
      .map((name) => path.basename(name))
      .filter((name) => name.length === 64)
      .sort();

  const bytesAtCity = (sha256: string): Buffer => {
    const found = readdirSync(city.filesDir, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith(sha256),
    );
    return readFileSync(path.join(city.filesDir, found ?? 'none'));
  };

  async function counts(desk: CoreClient, dossierId: string): Promise<object> {
    const { total, sent } = await desk.files.list({ owner: { dossierId } });
    return { total, sent };
  }

  it('go after the events, small pictures before originals, and arrive byte for byte', async () => {
    const asked: string[] = [];
    const one = await office((method, url) => asked.push(`${method} ${new URL(url).pathname}`));
    const desk = await one.signedIn('tiepnhan');
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const [scan, photo, small] = [pdfOf(1_500_000), jpegOf(200_000), jpegOf(3_000)];
    await attachFile(desk, { dossierId }, scan);
    await attachFile(desk, { dossierId }, photo, { preview: small });
    expect(await counts(desk, dossierId)).toEqual({ total: 2, sent: 0 });
    one.core.start();
    await eventually(async () => expect(await counts(desk, dossierId)).toEqual({ total: 2, sent: 2 }));
    for (const bytes of [scan, photo, small]) expect(bytesAtCity(sha256Of(bytes))).toEqual(bytes);
    const firstUpload = asked.indexOf(`POST ${UPLOADS_PATH}`);
    expect(asked.slice(0, firstUpload)).toContain('POST /v1/push');
    const stored = asked.filter((each) => /^HEAD .v1.files.[0-9a-f]{64}$/.test(each));
    expect(stored[0]).toContain(sha256Of(small));
    // What is on its way is forgotten a moment after its last byte is told as sent.
    const nothingLeft = { waiting: 0, waitingBytes: 0, needsYou: 0 };
    await eventually(async () => expect(await desk.files.progress({})).toEqual(nothingLeft));
  });

  it('are fetched by another machine of the office when somebody opens them', async () => {
    const one = await office();
    const desk = await one.signedIn('tiepnhan');
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const scan = pdfOf(1_300_000);
    const { fileId } = await attachFile(desk, { dossierId }, scan);
    const two = await office();
    const other = await two.signedIn('hotich');
    line.break('proxy-error', /files/);
    one.core.start();
    two.core.start();
    await eventually(async () => expect(await counts(other, dossierId)).toEqual({ total: 1, sent: 0 }));
    await expect(other.files.fetch({ fileId, part: 'original' })).rejects.toMatchObject({ code: 'REFUSED' });
    line.mend();
    await eventually(async () => expect(await counts(desk, dossierId)).toEqual({ total: 1, sent: 1 }));
    await other.files.fetch({ fileId, part: 'original' });
    expect(await readWhole(other, fileId)).toEqual(scan);
    expect((await other.files.list({ owner: { dossierId } })).files).toMatchObject([
      { here: true, state: 'accepted' },
    ]);
  });

  it('are sent once for the whole office when two dossiers hold the same bytes', async () => {
    const asked: string[] = [];
    const one = await office((method, url) => asked.push(`${method} ${new URL(url).pathname}`));
    const desk = await one.signedIn('tiepnhan');
    const scan = pdfOf(50_000);
    const dossiers = [];
    for (const procedure of ['birth-registration', 'death-registration']) {
      const { dossierId } = await receiveExample(desk, procedure);
      await attachFile(desk, { dossierId }, scan);
      dossiers.push(dossierId);
    }
    one.core.start();
    for (const dossierId of dossiers) {
      await eventually(async () => expect(await counts(desk, dossierId)).toEqual({ total: 1, sent: 1 }));
    }
    expect(asked.filter((each) => each === `POST ${UPLOADS_PATH}`)).toHaveLength(1);
  });

  it('needs a person when the bytes on this machine are gone, and goes on with the others', async () => {
    const one = await office();
    const desk = await one.signedIn('tiepnhan');
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const [lost, kept] = [pdfOf(20_000), pdfOf(30_000)];
    await attachFile(desk, { dossierId }, lost);
    await attachFile(desk, { dossierId }, kept);
    const sha256 = sha256Of(lost);
    rmSync(path.join(one.dataDir, 'files', sha256.slice(0, 2), `${sha256}.bin`));
    one.core.start();
    await eventually(async () => expect(await counts(desk, dossierId)).toEqual({ total: 2, sent: 1 }));
    const { files } = await desk.files.list({ owner: { dossierId } });
    expect(files[0]).toMatchObject({
      state: 'needs-you',
      reason: expect.stringContaining('bị hỏng hoặc bị mất'),
    });
    await attachFile(desk, { dossierId }, lost);
    await desk.sync.retry({});
    await eventually(async () => expect(await counts(desk, dossierId)).toEqual({ total: 3, sent: 3 }));
  });

  it('arrive whole whatever answers are lost and whenever the city ends', async () => {
    const seed = Number(process.env.SEED ?? 20_261_121);
    const random = seededRandom(seed);
    const scan = pdfOf(900_000 + Math.floor(random() * 500_000));
    const one = await office();
    const desk = await one.signedIn('tiepnhan');
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    await attachFile(desk, { dossierId }, scan, { preview: jpegOf(2_000) });
    one.core.start();
    for (let round = 0; round < 12 && atCity().length < 2; round += 1) {
      const fault =
        (['reply-lost', 'half-open', 'proxy-error', 'none'] as const)[Math.floor(random() * 4)] ?? 'none';
      line.break(fault, /files/);
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (random() < 0.4) {
        // The city ends in the middle of whatever it was doing and starts over the same folders.
        const { filesDir, office: profile } = city;
        city.city.app.server.closeAllConnections();
        await city.city.close();
        city = await startTestCity({
          database,
          filesDir,
          office: profile,
          port: Number(new URL(city.url).port),
        });
      }
      line.mend();
      await desk.sync.retry({});
    }
    line.mend();
    await eventually(async () => {
      await desk.sync.retry({});
      expect(await counts(desk, dossierId), `seed ${seed}`).toEqual({ total: 1, sent: 1 });
    });
    expect(bytesAtCity(sha256Of(scan)), `seed ${seed}`).toEqual(scan);
  });
});

function watched(exchange: Exchange, watch: (method: string, url: string) => void): Exchange {
  return {
    async send(request) {
      watch(request.method, request.url);
      return exchange.send(request);
    },
    close: () => exchange.close(),
  };
}
