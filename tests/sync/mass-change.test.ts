import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { CityClient } from '#main/sync/city-client.ts';
import { FeedPuller } from '#main/sync/pull-feed.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import type { FeedEvent } from '#shared/sync/protocol.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { at, clerk, next, received } from '#tests/builders/store-events.ts';
import { testFolder, testOfficeId } from '#tests/builders/test-store.ts';

const now = '2026-11-23T02:00:00.000Z' as Instant;
const clock = { now: () => now };

/** A city that knows a feed in which others overtook so many dossiers of this device. */
function cityWith(events: readonly FeedEvent[]): CityClient {
  const head = events.length;
  const page = { serverId: randomUUID(), serverTime: now, events: [...events], upTo: head, head };
  return { pull: async () => ok(page) } as unknown as CityClient;
}

const steps = ['dossier-handed-over', 'supplement-requested', 'supplement-provided'] as const;

/** Each dossier was refused elsewhere before this device handed it over, and perhaps went on with it. */
function overtaken(count: number, stepsEach: 1 | 3 = 1) {
  const folder = testFolder();
  const store = folder.open();
  const feed: FeedEvent[] = [];
  for (let number = 1; number <= count; number += 1) {
    const by = { actor: clerk, at: at(1) };
    const [reception] = store.write((writer) => writer.append([received(number)], by));
    for (const [index, kind] of steps.slice(0, stepsEach).entries()) {
      store.write((writer) => writer.append([next(number, kind, index + 1)], by));
    }
    if (!reception) throw new Error('nothing was appended');
    const { localSeq: _local, feedSeq: _feed, origin: _origin, ...envelope } = reception;
    feed.push({ ...envelope, feedSeq: feed.length + 1, receipt: `${testOfficeId}/${feed.length + 1}` });
    const payload = { ...samplePayloads('dossier-refused')[0] };
    const other = { id: randomUUID(), device: randomUUID(), deviceSeq: number, base: 1 };
    const place = { feedSeq: feed.length + 1, receipt: `${testOfficeId}/${feed.length + 1}` };
    feed.push({ ...envelope, ...other, kind: 'dossier-refused', payload, ...place });
  }
  return { folder, store, feed, puller: new FeedPuller(store, clock) };
}

const goOn = () => true;

it('lets a pull overtake a handful of dossiers by itself', async () => {
  const { folder, store, feed, puller } = overtaken(4);
  using _folder = folder;
  expect(await puller.catchUp(cityWith(feed), goOn)).toEqual(ok(undefined));
  expect(store.read((reader) => reader.syncCursor().feedSeq)).toBe(feed.length);
});

it('counts a dossier once, however many of its steps are overtaken', async () => {
  const { folder, store, feed, puller } = overtaken(4, 3);
  using _folder = folder;
  expect(await puller.catchUp(cityWith(feed), goOn)).toEqual(ok(undefined));
  const { rows } = store.read((reader) => reader.dossierRows({ limit: 99, offset: 0 }));
  expect(rows.map((row) => row.status)).toEqual(Array(4).fill('refused'));
});

it('stops a pull that takes back more, changes nothing, and goes on once a person lets it', async () => {
  const { folder, store, feed, puller } = overtaken(12);
  using _folder = folder;
  const rows = () => store.read((reader) => reader.dossierRows({ limit: 99, offset: 0 }).rows);
  const before = rows();
  expect(await puller.catchUp(cityWith(feed), goOn)).toEqual({
    ok: false,
    error: { code: 'sync/mass-change' },
  });
  expect(rows()).toEqual(before);
  expect(store.read((reader) => reader.syncCursor().feedSeq)).toBe(0);
  puller.allowMassChange();
  expect(await puller.catchUp(cityWith(feed), goOn)).toEqual(ok(undefined));
  expect(rows().every((row) => row.status === 'refused')).toBe(true);
});

it('is not stopped by others’ work that only adds, however much it is', async () => {
  using folder = testFolder();
  const store = folder.open();
  const author = testFolder();
  using _author = author;
  const other = author.open({ deviceId: randomUUID() });
  const feed = Array.from({ length: 200 }, (_, index): FeedEvent => {
    const [event] = other.write((writer) =>
      writer.append([received(index + 1)], { actor: clerk, at: at(1) }),
    );
    if (!event) throw new Error('nothing was appended');
    const { localSeq: _local, feedSeq: _feed, origin: _origin, ...envelope } = event;
    return { ...envelope, feedSeq: index + 1, receipt: `${testOfficeId}/${index + 1}` };
  });
  expect(await new FeedPuller(store, clock).catchUp(cityWith(feed), goOn)).toEqual(ok(undefined));
  expect(store.read((reader) => reader.dossierRows({ limit: 1, offset: 0 }).total)).toBe(200);
});
