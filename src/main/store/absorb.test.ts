import { expect, test } from 'vitest';
import type { FeedEvent } from '#shared/sync/protocol.ts';
import {
  at,
  bookOpened,
  clerk,
  dossierStream,
  next,
  received,
  testId,
  throughRegister,
} from '#tests/builders/store-events.ts';
import { type TestFolder, testFolder } from '#tests/builders/test-store.ts';
import type { NewEvent, Store, StoredEvent } from './types.ts';

const by = { actor: clerk, at: at(1) };

function written(
  folder: TestFolder,
  device: number,
  events: readonly NewEvent[],
): [Store, readonly StoredEvent[]] {
  const store = folder.open({ deviceId: testId('f', device) });
  return [store, store.write((writer) => writer.append(events, by))];
}

/** The events as the commune's feed gives them, from this sequence on. */
function inFeed(events: readonly StoredEvent[], first = 1): readonly FeedEvent[] {
  return events.map(({ localSeq: _local, origin: _origin, ...event }, index) => ({
    ...event,
    feedSeq: first + index,
    receipt: `R${first + index}`,
  }));
}

test('what another device did appears here, is not queued and not told twice', () => {
  using there = testFolder();
  using here = testFolder();
  const [, events] = written(there, 2, [bookOpened(), ...throughRegister(1, 1, 'Lê Văn Xa')]);
  const store = here.open();
  store.write((writer) => writer.absorb(inFeed(events)));
  store.write((writer) => writer.absorb(inFeed(events)));
  store.read((reader) => {
    expect(reader.dossierRows({ limit: 9, offset: 0 })).toMatchObject({
      total: 1,
      rows: [{ sync: 'accepted' }],
    });
    expect(reader.book('birth', 2026)).toMatchObject({ lastNumber: 1, entries: 1, holder: testId('f', 2) });
    expect(reader.search('le van xa', 9)).toHaveLength(2);
    expect(reader.outboxCounts()).toMatchObject({ waiting: 0, accepted: 0 });
    expect(reader.streamEvents(dossierStream(1))).toMatchObject([{ origin: 'feed', feedSeq: 2 }, {}, {}]);
  });
});

test('an own event met in the feed is accepted though its answer was lost', () => {
  using here = testFolder();
  const [store, events] = written(here, 1, [received(1)]);
  store.write((writer) =>
    writer.markSending(
      events.map((event) => event.id),
      at(2),
    ),
  );
  store.write((writer) => writer.absorb(inFeed(events, 8)));
  expect(store.read((reader) => reader.outboxItem(events[0]?.id as never))).toMatchObject({
    state: 'accepted',
    receipt: 'R8',
  });
});

test('an own event this device lost comes back from the feed and its sequence is not given again', () => {
  using before = testFolder();
  using restored = testFolder();
  const [, events] = written(before, 1, [received(1), received(2)]);
  const store = restored.open({ deviceId: testId('f', 1) });
  store.write((writer) => writer.absorb(inFeed(events)));
  const [next] = store.write((writer) => writer.append([received(3)], by));
  expect(next?.deviceSeq).toBe(3);
});

test('of two entries under one number the earlier in the feed keeps it, and the number is not given again', () => {
  using there = testFolder();
  using here = testFolder();
  const book = bookOpened();
  const [, theirs] = written(there, 2, [book, ...throughRegister(2, 1, 'Lê Văn Xa')]);
  const [store] = written(here, 1, [book, ...throughRegister(1, 1, 'Lê Văn Gần')]);
  store.write((writer) => writer.absorb(inFeed(theirs).slice(1)));
  store.read((reader) => {
    const { rows } = reader.entries(testId('b', 1), { limit: 9, offset: 0 });
    expect(rows.map((row) => [row.number, row.subject])).toEqual([[1, 'Lê Văn Xa']]);
    expect(reader.book('birth', 2026)).toMatchObject({ lastNumber: 1, entries: 1 });
    expect(reader.search('le van gan', 9).map((hit) => hit.where)).toEqual(['dossier']);
  });
});

test('a dossier changed on two devices is folded in the order of the feed; what no longer fits is passed by', () => {
  using there = testFolder();
  using here = testFolder();
  const [store, own] = written(here, 1, [received(1)]);
  const far = there.open({ deviceId: testId('f', 2) });
  far.write((writer) => writer.absorb(inFeed(own)));
  const theirs = far.write((writer) => writer.append([next(1, 'dossier-refused', 1)], by));
  store.write((writer) =>
    writer.settle(
      [{ id: own[0]?.id ?? '', outcome: 'accepted', feedSeq: 1, receipt: 'R', acceptedAt: at(2) }],
      at(2),
    ),
  );
  store.write((writer) => writer.append([next(1, 'dossier-handed-over', 1)], by));
  store.write((writer) => writer.absorb(inFeed(theirs, 2)));
  const state = store.read((reader) => reader.dossier(dossierStream(1) as never));
  expect(state).toMatchObject({ status: 'refused', version: 2 });
});

test('an event kind of a newer app is kept, passed by, and does not stop the others', () => {
  using there = testFolder();
  using here = testFolder();
  const [, events] = written(there, 2, [received(1), next(1, 'dossier-handed-over', 1)]);
  const [first, second] = inFeed(events, 1);
  const unknown = {
    ...first,
    id: testId('a', 9),
    kind: 'dossier-beamed-up',
    deviceSeq: 9,
    feedSeq: 2,
  } as FeedEvent;
  const store = here.open();
  store.write((writer) => writer.absorb([first, unknown, { ...second, feedSeq: 3 }] as FeedEvent[]));
  store.read((reader) => {
    expect(reader.dossier(dossierStream(1) as never)?.status).toBe('under-review');
    expect(reader.streamEvents(dossierStream(1)).map((event) => event.kind)).toContain('dossier-beamed-up');
  });
});

test('a payload of another device that its schema refuses is parked and does not stop the others', () => {
  using there = testFolder();
  using here = testFolder();
  const [, events] = written(there, 2, [received(1), received(2)]);
  const feed = inFeed(events).map((event, index) =>
    index === 0 ? { ...event, payload: { procedure: 1 } } : event,
  );
  const store = here.open();
  store.write((writer) => writer.absorb(feed));
  const { rows } = store.read((reader) => reader.dossierRows({ limit: 9, offset: 0 }));
  expect(rows.map((row) => row.dossierId)).toEqual([dossierStream(2)]);
});

test('what waits here and fits no more becomes a branch: kept, not sent, for a person; what fits stays on top', () => {
  using there = testFolder();
  using here = testFolder();
  const [store, own] = written(here, 1, [received(1), received(2)]);
  const far = there.open({ deviceId: testId('f', 2) });
  const shared = inFeed(own);
  far.write((writer) => writer.absorb(shared));
  const correct = (number: number, key: string, to: string): NewEvent =>
    next(number, 'declaration-corrected', 1, {
      facts: { [key]: to },
      changes: [{ key, to }],
      reason: 'Sai',
    });
  const theirs = far.write((writer) =>
    writer.append([correct(1, 'child.name', 'An'), correct(2, 'child.name', 'An')], by),
  );
  const mine = store.write((writer) => {
    writer.absorb(shared);
    return writer.append([correct(1, 'child.name', 'Bình'), correct(2, 'child.place', 'Hà Nội')], by);
  });
  store.write((writer) => writer.absorb(inFeed(theirs, 3)));
  store.read((reader) => {
    const [branch, merged] = mine.map((event) => reader.outboxItem(event.id as never));
    expect(branch).toMatchObject({ state: 'needs-you', reason: 'dossier/conflict', field: 'child.name' });
    expect(merged?.state).toBe('waiting');
    expect(reader.dossier(dossierStream(1) as never)).toMatchObject({
      version: 2,
      facts: { 'child.name': 'An' },
    });
    expect(reader.dossier(dossierStream(2) as never)).toMatchObject({
      version: 3,
      facts: { 'child.name': 'An', 'child.place': 'Hà Nội' },
    });
    expect(reader.streamEvents(dossierStream(1))).toHaveLength(3);
    expect(reader.nextToSend(at(9), 9).map((event) => event.stream)).toEqual([dossierStream(2)]);
    expect(reader.stoppedDossiers({ limit: 9, offset: 0 })).toMatchObject({
      total: 1,
      rows: [{ stream: dossierStream(1) }],
    });
  });
});

test('what was sent before and fits no more is asked of the city again: its answer may have been lost', () => {
  using there = testFolder();
  using here = testFolder();
  const [store, own] = written(here, 1, [received(1)]);
  const far = there.open({ deviceId: testId('f', 2) });
  far.write((writer) => writer.absorb(inFeed(own)));
  const theirs = far.write((writer) => writer.append([next(1, 'dossier-refused', 1)], by));
  const [mine] = store.write((writer) => {
    writer.absorb(inFeed(own));
    return writer.append([next(1, 'dossier-handed-over', 1)], by);
  });
  const id = mine?.id ?? '';
  store.write((writer) => {
    writer.markSending([id], at(2));
    writer.returnToWaiting([id], '');
    writer.absorb(inFeed(theirs, 2));
  });
  expect(store.read((reader) => reader.nextToSend(at(9), 9)).map((event) => event.id)).toEqual([id]);
});
