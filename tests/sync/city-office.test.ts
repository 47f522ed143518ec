import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  codeLeaseResponseSchema,
  dayResponseSchema,
  takeOverResponseSchema,
} from '#shared/sync/office-protocol.ts';
import { PROTOCOL_VERSION } from '#shared/sync/protocol.ts';
import { offerResponseSchema } from '#shared/sync/safety-protocol.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { openTestDatabases } from '#tests/setup/city-databases.ts';
import { acceptable, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import {
  EventWriter,
  enrolProtocolDevice,
  type ProtocolDevice,
  reasons,
  startTestCity,
  type TestCity,
} from '#tests/setup/test-city.ts';

const databases = await openTestDatabases();
afterAll(() => databases.close());

const opened = samplePayloads('book-opened')[0];
const registered = samplePayloads('entry-registered')[0];
if (!opened || !registered) throw new Error('the samples are missing');

describe.each(databases.each)('what an office asks of a city on $name', ({ database }) => {
  let test: TestCity;
  let first: ProtocolDevice;
  let second: ProtocolDevice;
  let writer: EventWriter;
  let others: EventWriter;
  let bookId: string;

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues: testCatalogues });
    [first, second] = [await enrolProtocolDevice(test), await enrolProtocolDevice(test)];
    writer = new EventWriter(test.office.id, first.device);
    others = new EventWriter(test.office.id, second.device);
    bookId = randomUUID();
    return () => test.close();
  });

  const ask = async (device: ProtocolDevice, path: string, body?: object): Promise<unknown> => {
    const reply = await fetch(`${test.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${device.token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return reply.json();
  };
  const takeOver = async (device: ProtocolDevice, over: object = {}) =>
    takeOverResponseSchema.parse(
      await ask(device, '/v1/custody/take-over', {
        ...{ id: randomUUID(), bookId, epoch: 1, lastNumber: 0, deviceName: 'Máy số 2', actor: 'account-1' },
        ...{ approvedBy: 'Lãnh đạo', reason: 'Máy số 1 hỏng', ...over },
      }),
    );
  const lease = async (device: ProtocolDevice, leaseId: string, day = '2026-11-23', wanted = 10) =>
    codeLeaseResponseSchema.parse(await ask(device, '/v1/code-leases', { leaseId, day, wanted }));

  const book = () => writer.write('book-opened', bookId, { ...opened, bookId });
  const dossierWith = (number: number, author = writer, entry: object = {}) => {
    const stream = randomUUID();
    return [
      author.write('dossier-received', stream, acceptable),
      author.write('dossier-handed-over', stream, samplePayloads('dossier-handed-over')[0] ?? {}),
      author.write('entry-registered', stream, {
        ...registered,
        entry: { ...registered.entry, entryId: randomUUID(), bookId, number, ...entry },
      }),
    ];
  };

  it('passes custody on from the last number it knows, once, whatever is repeated', async () => {
    await reasons(first, [book(), ...dossierWith(1), ...dossierWith(2)]);
    const id = randomUUID();
    const given = await takeOver(second, { id });
    expect(given).toMatchObject({ outcome: 'given', epoch: 2, lastNumber: 2 });
    expect(await takeOver(second, { id })).toMatchObject({ outcome: 'given', epoch: 2, lastNumber: 2 });
    expect(await takeOver(second)).toMatchObject({ outcome: 'refused', reason: 'city/stale-epoch' });
    const feed = (await second.pull(0)).events;
    expect(feed.filter((event) => event.kind === 'custody-taken-over')).toMatchObject([
      { id, device: test.city.serverId, payload: { to: second.device, approvedBy: 'Lãnh đạo' } },
    ]);
  });

  it('keeps numbers a former holder gave within its term and holds those beyond', async () => {
    await reasons(first, [book(), ...dossierWith(1)]);
    await takeOver(second, { lastNumber: 3 });
    expect((await reasons(first, dossierWith(3))).at(-1)).toBe('accepted');
    const late = dossierWith(4);
    expect((await reasons(first, late)).at(-1)).toBe('city/stale-epoch');
    expect((await reasons(second, dossierWith(4, others, { epoch: 2 }))).at(-1)).toBe('accepted');
    const [, , entry] = late;
    const entryId = (entry?.payload.entry as { entryId: string } | undefined)?.entryId ?? '';
    const grant = { ...samplePayloads('number-granted')[0], bookId, dossierId: entry?.stream, entryId };
    others.sees(bookId, 2);
    const stands = others.write('number-granted', bookId, { ...grant, number: 4, oldNumber: 4 });
    expect(await reasons(second, [stands])).toEqual(['city/number-taken']);
    const granted = others.write('number-granted', bookId, { ...grant, number: 5, oldNumber: 4 });
    expect(await reasons(second, [granted])).toEqual(['accepted']);
    expect(await reasons(first, [entry])).toEqual(['accepted']);
    const note = { entryId, number: 5, epoch: 2, note: 'Số cũ 04/2026.' };
    expect(await reasons(first, [writer.write('entry-renumbered', entry?.stream ?? '', note)])).toEqual([
      'accepted',
    ]);
    expect((await reasons(second, dossierWith(5, others, { epoch: 2 }))).at(-1)).toBe('city/number-taken');
  });

  it('lets no device write a take-over itself', async () => {
    await reasons(first, [book()]);
    const forged = others.write('custody-taken-over', bookId, {
      ...samplePayloads('custody-taken-over')[0],
      ...{ bookId, to: second.device },
    });
    expect(await reasons(second, [forged])).toEqual(['city/unauthorised']);
  });

  it('takes a take-over it wrote and lost from a device that offers it, while its epoch is still free', async () => {
    await reasons(first, [book()]);
    const lost = new EventWriter(test.office.id, test.city.serverId).write('custody-taken-over', bookId, {
      ...samplePayloads('custody-taken-over')[0],
      ...{ bookId, to: second.device, epoch: 2, lastNumber: 0 },
    });
    const offered = async (event: object): Promise<unknown> =>
      offerResponseSchema.parse(
        await ask(first, '/v1/offer', { protocol: PROTOCOL_VERSION, events: [event] }),
      ).parts;
    expect(await offered(lost)).toMatchObject([{ answers: [{ outcome: 'accepted' }] }]);
    expect(await offered(lost)).toMatchObject([{ answers: [{ outcome: 'duplicate' }] }]);
    expect(await offered({ ...lost, id: randomUUID(), deviceSeq: 9 })).toMatchObject([
      { answers: [{ outcome: 'held', reason: 'city/stale-epoch' }] },
    ]);
    expect(await takeOver(first, { epoch: 2 })).toMatchObject({ outcome: 'given', epoch: 3 });
  });

  it('lends blocks without a hole or an overlap, the same block for the same id', async () => {
    const ids = Array.from({ length: 12 }, () => randomUUID());
    const blocks = await Promise.all(ids.map((id, index) => lease(index % 2 ? first : second, id)));
    const froms = blocks.map((block) => block.from).toSorted((a, b) => a - b);
    expect(froms).toEqual(ids.map((_, index) => index * 10 + 1));
    expect(blocks.every((block) => block.to === block.from + 9)).toBe(true);
    expect(await lease(second, ids[0] ?? '')).toMatchObject({ from: blocks[0]?.from });
    expect(await lease(first, randomUUID(), '2026-11-24')).toMatchObject({
      from: 1,
      template: 'H26.12-261124-{serial:4}',
    });
  });

  it('gives a code to one dossier', async () => {
    const code = `H26.12-261123-${randomUUID().slice(0, 4)}`;
    const coded = (author: EventWriter) =>
      author.write('dossier-received', randomUUID(), { ...acceptable, code });
    expect(await reasons(first, [coded(writer)])).toEqual(['accepted']);
    expect(await reasons(second, [coded(others)])).toEqual(['city/code-taken']);
  });

  it('sums up a day by the date on the clocks of Hà Nội', async () => {
    const at = (instant: string) =>
      writer.write('dossier-received', randomUUID(), acceptable, { at: instant });
    await reasons(first, [
      at('2026-11-22T16:59:59.999Z'),
      at('2026-11-22T17:00:00.000Z'),
      at('2026-11-23T16:59:59.999Z'),
      at('2026-11-23T17:00:00.000Z'),
    ]);
    const day = dayResponseSchema.parse(await ask(second, '/v1/days/2026-11-23'));
    expect(day.kinds).toMatchObject([{ kind: 'dossier-received', count: 2 }]);
    expect(day.events).toEqual([]);
    const detail = dayResponseSchema.parse(await ask(second, '/v1/days/2026-11-23?detail=true'));
    expect(detail.events).toHaveLength(2);
  });
});
