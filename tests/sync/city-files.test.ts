import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { FILE_HEADER, FILES_PATH, TUS_VERSION, UPLOADS_PATH } from '#shared/sync/file-transfer.ts';
import { pdfOf } from '#tests/builders/file-bytes.ts';
import { acceptable, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import {
  EventWriter,
  enrolProtocolDevice,
  type ProtocolDevice,
  startTestCity,
  type TestCity,
} from '#tests/setup/test-city.ts';

const database = await openPglite();
afterAll(() => database.close());

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the files of a commune', () => {
  let test: TestCity;
  let device: ProtocolDevice;
  let writer: EventWriter;
  let dossier: string;

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues: testCatalogues });
    device = await enrolProtocolDevice(test);
    writer = new EventWriter(test.office.id, device.device);
    dossier = randomUUID();
    await device.push([writer.write('dossier-received', dossier, acceptable)]);
  });
  afterEach(() => test.close());

  async function announce(bytes: Buffer, over: object = {}): Promise<string> {
    const sha256 = sha256Of(bytes);
    const content = { sha256, size: bytes.length, mime: 'application/pdf' };
    const payload = { fileId: randomUUID(), component: '', label: 'Trang 1', ...content, ...over };
    const { answers } = await device.push([writer.write('file-attached', dossier, payload)]);
    expect(answers).toMatchObject([{ outcome: 'accepted' }]);
    return sha256;
  }

  function send(method: string, path: string, over: RequestInit = {}, as = device): Promise<Response> {
    const headers = { authorization: `Bearer ${as.token}`, 'tus-resumable': TUS_VERSION, ...over.headers };
    return fetch(new URL(path, test.url), { ...over, method, headers });
  }

  async function create(sha256: string, size: number, as = device): Promise<Response> {
    const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`;
    return send(
      'POST',
      UPLOADS_PATH,
      { headers: { 'upload-length': String(size), 'upload-metadata': metadata } },
      as,
    );
  }

  function patch(location: string, offset: number, bytes: Buffer, as = device): Promise<Response> {
    return send(
      'PATCH',
      location,
      {
        headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
        body: new Uint8Array(bytes),
      },
      as,
    );
  }

  async function upload(bytes: Buffer): Promise<Response> {
    const created = await create(sha256Of(bytes), bytes.length);
    expect(created.status).toBe(201);
    return patch(created.headers.get('location') ?? '', 0, bytes);
  }

  it('are taken in parts, answered with their hash, and given back whole or by range', async () => {
    const bytes = pdfOf(300_000);
    const sha256 = await announce(bytes);
    expect((await send('HEAD', `${FILES_PATH}/${sha256}`)).status).toBe(404);
    const created = await create(sha256, bytes.length);
    const location = created.headers.get('location') ?? '';
    const first = await patch(location, 0, bytes.subarray(0, 100_000));
    expect([first.status, first.headers.get('upload-offset'), first.headers.get(FILE_HEADER)]).toEqual([
      204,
      '100000',
      null,
    ]);
    const head = await send('HEAD', location);
    expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '100000']);
    const last = await patch(location, 100_000, bytes.subarray(100_000));
    expect([last.status, last.headers.get(FILE_HEADER)]).toEqual([204, sha256]);
    expect(last.headers.get('x-mot-cua-server')).toBe(test.city.serverId);
    const whole = await send('GET', `${FILES_PATH}/${sha256}`);
    expect(sha256Of(new Uint8Array(await whole.arrayBuffer()))).toBe(sha256);
    const part = await send('GET', `${FILES_PATH}/${sha256}`, { headers: { range: 'bytes=10-19' } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20));
  });

  it('are taken whole with the request that begins them', async () => {
    const bytes = pdfOf(20_000);
    const sha256 = await announce(bytes);
    const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`;
    const answer = await send('POST', UPLOADS_PATH, {
      headers: {
        'upload-length': String(bytes.length),
        'upload-metadata': metadata,
        'content-type': 'application/offset+octet-stream',
      },
      body: new Uint8Array(bytes),
    });
    expect([answer.status, answer.headers.get(FILE_HEADER)]).toEqual([201, sha256]);
    expect((await send('HEAD', `${FILES_PATH}/${sha256}`)).status).toBe(200);
  });

  it('are finished by an empty request when the server ended between the last byte and its check', async () => {
    const bytes = pdfOf(5_000);
    const sha256 = await announce(bytes);
    const location = (await create(sha256, bytes.length)).headers.get('location') ?? '';
    await patch(location, 0, bytes.subarray(0, 4_999));
    appendFileSync(`${test.filesDir}/uploads/${location.split('/').at(-1)}`, bytes.subarray(4_999));
    const last = await patch(location, bytes.length, Buffer.alloc(0));
    expect([last.status, last.headers.get(FILE_HEADER)]).toEqual([204, sha256]);
  });

  it('are refused when they are not what was announced', async () => {
    const bytes = pdfOf(1_000);
    const sha256 = await announce(bytes);
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(500) ^ 1, 500);
    const created = await create(sha256, bytes.length);
    const answer = await patch(created.headers.get('location') ?? '', 0, changed);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'file/hash-mismatch' });
    const noise = randomBytes(1_000);
    await announce(noise);
    const disguised = await upload(noise);
    expect(disguised.status).toBe(422);
    expect(await disguised.json()).toMatchObject({ code: 'file/type' });
  });

  it('are not taken before an accepted event speaks of them, nor in another size', async () => {
    const bytes = pdfOf(1_000);
    expect((await create(sha256Of(bytes), bytes.length)).status).toBe(404);
    const sha256 = await announce(bytes);
    expect((await create(sha256, bytes.length + 1)).status).toBe(422);
  });

  it('belong to their commune: no other may see, fetch or go on with them', async () => {
    const bytes = pdfOf(1_000);
    const sha256 = await announce(bytes);
    const location = (await create(sha256, bytes.length)).headers.get('location') ?? '';
    const other = await startTestCity({ database, catalogues: testCatalogues });
    const stranger = await enrolProtocolDevice(other);
    expect((await patch(location, 0, bytes, stranger)).status).toBe(404);
    expect((await upload(bytes)).status).toBe(204);
    expect((await send('GET', `${FILES_PATH}/${sha256}`, {}, stranger)).status).toBe(404);
    expect((await create(sha256, bytes.length, { ...device, token: 'no.such.token' })).status).toBe(401);
    await other.close();
  });
});
