import { randomUUID } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { COLUMNS_MEDIA, packList, unpackLists } from '#shared/sync/listed-body.ts';
import { PROTOCOL_VERSION } from '#shared/sync/protocol.ts';
import { openRewritingLine } from '#tests/setup/rewriting-line.ts';
import { acceptable, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import {
  EventWriter,
  enrolProtocolDevice,
  type ProtocolDevice,
  startTestCity,
  type TestCity,
} from '#tests/setup/test-city.ts';
import { openTestDevice } from '#tests/setup/test-device.ts';

const MOST = 1_000_000;
const database = await openPglite();
afterAll(() => database.close());

let test: TestCity;
beforeEach(async () => {
  test = await startTestCity({ database, catalogues: testCatalogues });
});
afterEach(() => test.close());

describe('a city reading and writing by column', () => {
  let device: ProtocolDevice;
  let writer: EventWriter;
  beforeEach(async () => {
    device = await enrolProtocolDevice(test);
    writer = new EventWriter(test.office.id, device.device);
  });

  const post = (body: object): Promise<Response> =>
    fetch(`${test.url}/v1/push`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${device.token}`,
        'content-type': COLUMNS_MEDIA,
        'content-encoding': 'zstd',
        accept: COLUMNS_MEDIA,
      },
      body: zstdCompressSync(JSON.stringify(body)),
    });
  const batch = () =>
    Array.from({ length: 20 }, () => writer.write('dossier-received', randomUUID(), acceptable));

  it('takes a batch as by row and answers in its order, without its ids', async () => {
    const events = batch();
    const reply = await post(packList({ protocol: PROTOCOL_VERSION, events }, 'events'));
    expect(reply.headers.get('content-type')).toBe(COLUMNS_MEDIA);
    const { answers } = unpackLists(await reply.json(), MOST) as { answers: readonly object[] };
    expect(answers).toHaveLength(20);
    const again = await device.push(events);
    expect(again.answers.map(({ id: _id, ...answer }) => ({ ...answer, outcome: 'accepted' }))).toEqual(
      answers,
    );
  });

  it('leaves the receipts of a sealed page out, and only those', async () => {
    await device.push(batch());
    const byRow = await device.pull(0);
    const page = async (own: 'include' | 'skip', token: string) => {
      const headers = { authorization: `Bearer ${token}`, accept: COLUMNS_MEDIA };
      const reply = await fetch(`${test.url}/v1/pull?after=0&own=${own}`, { headers });
      return unpackLists(await reply.json(), MOST) as { events: readonly object[] };
    };
    const sealed = await page('include', device.token);
    expect(sealed.events).toEqual(
      byRow.events.map(({ receipt, ...event }) => ({ ...event, acceptedAt: receipt.split('/')[2] })),
    );
    const other = await enrolProtocolDevice(test);
    expect((await page('skip', other.token)).events).toEqual(byRow.events);
  });

  it.each([
    ['no columns', { rows: 2, column: 'x' }],
    ['too few rows', { rows: 3, column: [{ id: randomUUID() }] }],
    ['more than a batch may be', { rows: 2, column: { n: { k: 1e9 }, e: { k: 1 } } }],
    ['a batch of no length', { rows: -1, column: [] }],
  ])('refuses %s as no JSON', async (_what, events) => {
    expect((await post({ protocol: PROTOCOL_VERSION, events })).status).toBe(400);
  });
});

it('is spoken to by row when it does not say that it reads by column', async () => {
  const line = await openRewritingLine(test.url);
  line.rewrite = (text) => text.replace(/"reads":\[[^\]]*\],?/, '');
  line.leavesOut.add('accept');
  const device = openTestDevice(test.office.id);
  await device.engine.enrol(line.url, await test.newCode());
  device.receive();
  device.engine.start();
  await vi.waitFor(() => expect(device.counts()).toEqual({ accepted: 1 }), { timeout: 20_000, interval: 25 });
  const types = line.headers.map((headers) => headers['content-type']).filter((type) => type !== undefined);
  expect(new Set(types)).toEqual(new Set(['application/json']));
  await device.close();
  line.close();
});
