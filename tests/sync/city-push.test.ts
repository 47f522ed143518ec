import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { feed, held } from '#city/store/schema.ts';
import type { PushResponse, WireAnswer } from '#shared/sync/protocol.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { openTestDatabases } from '#tests/setup/city-databases.ts';
import { acceptable, brokenProcedure, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import {
  EventWriter,
  enrolProtocolDevice,
  type ProtocolDevice,
  startTestCity,
  type TestCity,
} from '#tests/setup/test-city.ts';

const databases = await openTestDatabases();
afterAll(() => databases.close());

const handedOver = samplePayloads('dossier-handed-over')[0] ?? {};

function outcomes(reply: PushResponse): readonly string[] {
  return reply.answers.map((answer) =>
    'reason' in answer ? `${answer.outcome} ${answer.reason}` : answer.outcome,
  );
}

function feedSeqs(answers: readonly WireAnswer[]): readonly number[] {
  return answers.flatMap((answer) => ('feedSeq' in answer ? [answer.feedSeq] : []));
}

describe.each(databases.each)('push to a city on $name', ({ database }) => {
  let test: TestCity;
  let device: ProtocolDevice;
  let writer: EventWriter;
  let log: string[];

  beforeEach(async () => {
    log = [];
    const logTo = { write: (line: string) => void log.push(line) };
    test = await startTestCity({ database, catalogues: testCatalogues, logTo });
    device = await enrolProtocolDevice(test);
    writer = new EventWriter(test.office.id, device.device);
    return () => test.close();
  });

  const newDossier = (stream: string = randomUUID(), over: object = {}) =>
    writer.write('dossier-received', stream, { ...acceptable, ...over });

  it('answers a repeated batch with the same receipts and keeps each event once', async () => {
    const stream = randomUUID();
    const events = [newDossier(stream), writer.write('dossier-handed-over', stream, handedOver)];
    const first = await device.push(events);
    const second = await device.push(events);
    expect(outcomes(first)).toEqual(['accepted', 'accepted']);
    expect(second.answers).toEqual(first.answers.map((answer) => ({ ...answer, outcome: 'duplicate' })));
    expect(second.seals).toEqual(first.seals);
    const rows = await database.queries.select().from(feed).where(eq(feed.office, test.office.id));
    expect(rows).toHaveLength(2);
  });

  it('refuses other content under the id of an accepted event', async () => {
    const event = newDossier();
    await device.push([event]);
    const changed = { ...event, payload: { ...event.payload, localRef: 'T-TEST-2' } };
    expect(outcomes(await device.push([changed]))).toEqual(['refused city/malformed']);
  });

  it('gives a gap-free feed under twenty concurrent pushes of two devices', async () => {
    const other = await enrolProtocolDevice(test);
    const others = new EventWriter(test.office.id, other.device);
    const batches = Array.from({ length: 20 }, (_, index) => {
      const [sender, author] = index % 2 === 0 ? [device, writer] : [other, others];
      const events = Array.from({ length: 5 }, () =>
        author.write('dossier-received', randomUUID(), acceptable),
      );
      return sender.push(events);
    });
    const answers = (await Promise.all(batches)).flatMap((reply) => reply.answers);
    expect(feedSeqs(answers).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    const rows = await database.queries
      .select({ seq: feed.feedSeq })
      .from(feed)
      .where(eq(feed.office, test.office.id))
      .orderBy(asc(feed.feedSeq));
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  it('refuses a malformed event alone, keeps it with its reason, and takes the others', async () => {
    const broken = { ...newDossier(), payload: { ...acceptable, channel: 'smoke-signal' } };
    const shapeless = { id: randomUUID(), something: 'else' };
    const unstorable = newDossier(randomUUID(), { localRef: 'a\u0000b' });
    const good = newDossier();
    const reply = await device.push([broken, shapeless, unstorable, good]);
    expect(outcomes(reply)).toEqual([
      'refused city/malformed',
      'refused city/malformed',
      'refused city/malformed',
      'accepted',
    ]);
    const rows = await database.queries.select().from(held).where(eq(held.office, test.office.id));
    expect(rows.map((row) => row.eventId).toSorted()).toEqual(
      [broken.id, shapeless.id, unstorable.id].toSorted(),
    );
  });

  it('refuses facts its procedure refuses, names the field, and takes the corrected event later', async () => {
    const stream = randomUUID();
    const wrong = newDossier(stream, { facts: { ...acceptable.facts, 'member.name': undefined } });
    const follower = writer.write('dossier-handed-over', stream, handedOver);
    const reply = await device.push([wrong, follower]);
    expect(outcomes(reply)).toEqual(['refused city/invalid-facts', 'held city/out-of-order']);
    expect(reply.answers[0]).toMatchObject({ field: 'member.name' });
    const corrected = { ...wrong, payload: acceptable };
    expect(outcomes(await device.push([corrected, follower]))).toEqual(['accepted', 'accepted']);
    const rows = await database.queries.select().from(held).where(eq(held.office, test.office.id));
    expect(rows.every((row) => row.resolvedAt !== null)).toBe(true);
  });

  it('refuses an event of another office or another device', async () => {
    const reply = await device.push([
      { ...newDossier(), office: 'HN-ELSEWHERE' },
      { ...newDossier(), device: randomUUID() },
    ]);
    expect(outcomes(reply)).toEqual(['refused city/wrong-office', 'refused city/unauthorised']);
  });

  it('refuses what the state of the dossier does not allow', async () => {
    const stream = randomUUID();
    const returned = samplePayloads('result-returned')[0] ?? {};
    const reply = await device.push([newDossier(stream), writer.write('result-returned', stream, returned)]);
    expect(outcomes(reply)).toEqual(['accepted', 'refused city/transition']);
  });

  it('holds a change made beside the change of another device', async () => {
    const stream = randomUUID();
    await device.push([newDossier(stream)]);
    const other = await enrolProtocolDevice(test);
    const others = new EventWriter(test.office.id, other.device);
    others.sees(stream, 1);
    expect(outcomes(await other.push([others.write('dossier-handed-over', stream, handedOver)]))).toEqual([
      'accepted',
    ]);
    const late = writer.write('dossier-handed-over', stream, handedOver);
    expect(outcomes(await device.push([late]))).toEqual(['held city/stale-base']);
  });

  it('holds an unknown procedure, and parks an unknown kind with all that follows it', async () => {
    const [foreign, stream] = [randomUUID(), randomUUID()];
    const reply = await device.push([
      writer.write('dossier-received', foreign, { ...acceptable, procedure: 'from-the-future' }),
      newDossier(stream),
      writer.write('dossier-teleported', stream, { to: 'the archive' }),
      writer.write('dossier-handed-over', stream, handedOver),
    ]);
    expect(outcomes(reply)).toEqual(['held city/unknown-procedure', 'accepted', 'accepted', 'accepted']);
    expect((await device.pull(0)).events.map((event) => event.kind)).toEqual([
      'dossier-received',
      'dossier-teleported',
      'dossier-handed-over',
    ]);
  });

  it('holds one event that meets a bug, goes on with the rest and logs no declared value', async () => {
    const reply = await device.push([
      newDossier(randomUUID(), { procedure: brokenProcedure.id }),
      newDossier(),
    ]);
    expect(outcomes(reply)).toEqual(['held request/internal', 'accepted']);
    expect(log.join('')).toContain('judging failed');
    expect(log.join('')).not.toMatch(/a bug met by|Trịnh|Bearer/);
  });

  it('holds a second event under a device sequence that is taken', async () => {
    const first = newDossier();
    await device.push([first]);
    const second = { ...newDossier(), deviceSeq: first.deviceSeq };
    expect(outcomes(await device.push([second]))).toEqual(['held city/out-of-order']);
  });

  it('refuses a body that is no batch, an unknown token and a revoked one', async () => {
    expect((await device.post({ protocol: 1, events: [] })).status).toBe(400);
    expect((await device.post({ protocol: 99, events: [newDossier()] })).status).toBe(426);
    const stranger = await fetch(`${test.url}/v1/pull?after=0`, {
      headers: { authorization: 'Bearer x.y.z' },
    });
    expect(stranger.status).toBe(401);
    await test.city.revokeDevice(test.office.id, device.device);
    const reply = await device.post({ protocol: 1, events: [newDossier()] });
    expect(reply.status).toBe(403);
    expect(await reply.json()).toMatchObject({ code: 'sync/revoked' });
  });
});
