import { expect, test } from 'vitest';
import type { Answer } from '#shared/sync/protocol.ts';
import { at, clerk, dossierStream, next, received } from '#tests/builders/store-events.ts';
import { testFolder } from '#tests/builders/test-store.ts';
import type { OutboxState, Store, StoredEvent } from './types.ts';

const by = { actor: clerk, at: at(1) };

/** Three dossiers of two events each, in device order 1a 2a 3a 1b 2b 3b. */
function queued(store: Store): readonly StoredEvent[] {
  return store.write((writer) =>
    writer.append(
      [
        ...[1, 2, 3].map((number) => received(number)),
        ...[1, 2, 3].map((number) => next(number, 'dossier-handed-over', 1)),
      ],
      by,
    ),
  );
}

function accepted(event: StoredEvent | undefined, feedSeq: number): Answer {
  return { id: event?.id ?? '', outcome: 'accepted', feedSeq, receipt: `R${feedSeq}`, acceptedAt: at(3) };
}

function stopped(event: StoredEvent | undefined, outcome: 'held' | 'refused'): Answer {
  return {
    id: event?.id ?? '',
    outcome,
    reason: 'city/stale-base',
    message: 'Cần người giải quyết',
    field: 'x',
  };
}

function states(store: Store, events: readonly StoredEvent[]): readonly (OutboxState | undefined)[] {
  return store.read((reader) => events.map((event) => reader.outboxItem(event.id as never)?.state));
}

function turn(store: Store, now = at(5), limit = 100): readonly number[] {
  return store.read((reader) => reader.nextToSend(now, limit)).map((event) => event.deviceSeq);
}

test('events wait in device order and a batch takes the first ones', () => {
  using folder = testFolder();
  const store = folder.open();
  queued(store);
  expect(turn(store)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(turn(store, at(5), 2)).toEqual([1, 2]);
});

test('an item on its way holds back its own dossier only', () => {
  using folder = testFolder();
  const store = folder.open();
  const events = queued(store);
  store.write((writer) => writer.markSending([events[1]?.id ?? ''], at(2)));
  expect(turn(store)).toEqual([1, 3, 4, 6]);
  expect(store.read((reader) => reader.outboxItem(events[1]?.id as never))).toMatchObject({
    state: 'sending',
    attempts: 1,
    sendingSince: at(2),
  });
});

test('what follows a batch on its way is what comes next once that one is accepted', () => {
  using folder = testFolder();
  const store = folder.open();
  const events = queued(store);
  store.write((writer) => writer.markSending([events[0]?.id ?? '', events[1]?.id ?? ''], at(2)));
  const following = store.read((reader) => reader.nextToSend(at(5), 100, 'sending'));
  expect(following.map((event) => event.deviceSeq)).toEqual([3, 4, 5, 6]);
  store.write((writer) => writer.settle([stopped(events[0], 'held')], at(3)));
  const after = store.read((reader) => reader.nextToSend(at(5), 100, 'sending'));
  expect(after.map((event) => event.deviceSeq)).toEqual([3, 5, 6]);
});

test('a held, a refused and a postponed item hold back their dossier and no other', () => {
  using folder = testFolder();
  const store = folder.open();
  const [a, b, c] = queued(store);
  store.write((writer) => {
    writer.markSending([a?.id ?? '', b?.id ?? '', c?.id ?? ''], at(2));
    writer.settle([stopped(a, 'held'), stopped(b, 'refused')], at(3));
    writer.returnToWaiting('all', at(10));
  });
  expect(states(store, [a, b, c] as StoredEvent[])).toEqual(['needs-you', 'refused', 'waiting']);
  expect(turn(store, at(9))).toEqual([]);
  expect(turn(store, at(10))).toEqual([3, 6]);
  expect(store.read((reader) => reader.outboxItem(a?.id as never))).toMatchObject({
    reason: 'city/stale-base',
    message: 'Cần người giải quyết',
    field: 'x',
    sendingSince: '',
  });
  const rows = store.read((reader) => reader.dossierRows({ limit: 10, offset: 0 })).rows;
  expect(new Map(rows.map((row) => [row.dossierId, row.sync]))).toEqual(
    new Map([
      [dossierStream(1), 'needs-you'],
      [dossierStream(2), 'refused'],
      [dossierStream(3), 'waiting'],
    ]),
  );
});

test('an accepted item keeps its receipt, lets its dossier go on and never goes back', () => {
  using folder = testFolder();
  const store = folder.open();
  const [a] = queued(store);
  store.write((writer) => {
    writer.markSending([a?.id ?? ''], at(2));
    writer.settle([accepted(a, 41)], at(3));
    writer.settle([stopped(a, 'refused')], at(4));
    writer.returnToWaiting('all', '');
    writer.requeue('all');
    writer.markSending([a?.id ?? ''], at(5));
  });
  expect(store.read((reader) => reader.outboxItem(a?.id as never))).toMatchObject({
    state: 'accepted',
    receipt: 'R41',
    attempts: 1,
  });
  expect(store.read((reader) => reader.streamEvents(dossierStream(1)))[0]?.feedSeq).toBe(41);
  expect(turn(store)).toEqual([2, 3, 4, 5, 6]);
});

test('the same receipt twice changes nothing, an answer for an unknown event is passed by', () => {
  using folder = testFolder();
  const store = folder.open();
  const [a] = queued(store);
  const unknown: Answer = { ...accepted(a, 99), id: dossierStream(99) };
  store.write((writer) => writer.settle([accepted(a, 1), unknown], at(3)));
  store.write((writer) => writer.settle([{ ...accepted(a, 1), outcome: 'duplicate' } as Answer], at(4)));
  expect(store.read((reader) => reader.outboxCounts())).toMatchObject({ accepted: 1, waiting: 5 });
});

test('a person who asks to retry puts held and postponed items back in the queue; a refused one has to change', () => {
  using folder = testFolder();
  const store = folder.open();
  const [a, b, c] = queued(store);
  store.write((writer) => {
    writer.settle([stopped(a, 'held'), stopped(b, 'refused')], at(3));
    writer.markSending([c?.id ?? ''], at(3));
    writer.returnToWaiting([c?.id ?? ''], at(50));
  });
  store.write((writer) => writer.requeue([a?.id ?? '']));
  expect(turn(store)).toEqual([1, 4]);
  store.write((writer) => writer.requeue('all'));
  expect(turn(store)).toEqual([1, 3, 4, 6]);
  expect(store.read((reader) => reader.outboxItem(a?.id as never))).toMatchObject({
    reason: '',
    message: '',
  });
  expect(states(store, [b] as StoredEvent[])).toEqual(['refused']);
});

test('the queue is counted and listed for one person and for all', () => {
  using folder = testFolder();
  const store = folder.open();
  const [a] = queued(store);
  const other = '00000000-0000-7000-8000-0000000000a2' as typeof clerk;
  store.write((writer) => writer.append([received(7)], { actor: other, at: at(2) }));
  store.write((writer) => writer.settle([accepted(a, 1)], at(3)));
  store.read((reader) => {
    expect(reader.outboxCounts()).toEqual({
      waiting: 6,
      sending: 0,
      'needs-you': 0,
      accepted: 1,
      refused: 0,
      resolved: 0,
      oldestWaitingAt: at(1),
    });
    expect(reader.outboxCounts(other)).toMatchObject({ waiting: 1, accepted: 0, oldestWaitingAt: at(2) });
    const all = reader.outbox({ limit: 3, offset: 0 });
    expect([all.total, all.rows.map((row) => row.deviceSeq)]).toEqual([7, [2, 3, 4]]);
    const done = reader.outbox({ states: ['accepted'], limit: 3, offset: 0 });
    expect(done.rows).toMatchObject([{ eventId: a?.id, receipt: 'R1', kind: 'dossier-received' }]);
    expect(reader.outbox({ actor: other, limit: 3, offset: 0 }).total).toBe(1);
  });
});
