import { describe, expect, it } from 'vitest';
import type { Answer } from '#shared/sync/protocol.ts';
import { at, clerk, dossierStream, next, received } from '#tests/builders/store-events.ts';
import { testFolder } from '#tests/builders/test-store.ts';
import type { OutboxState, Store } from './types.ts';

const colleague = '00000000-0000-7000-8000-0000000000a2' as typeof clerk;

type Case = {
  readonly state: OutboxState;
  /** Brings the item of dossier 1 there. */
  readonly reach: (queue: Queue) => void;
  /** Sent by itself, with no person and nothing new. */
  readonly sent: boolean;
  /** State after a person asks to retry. */
  readonly retried: OutboxState;
  /** State after the process was killed and opened again. */
  readonly killed: OutboxState;
  /** State of an edit written while the item is here, and whether the edit may be sent now. */
  readonly edit: { readonly state: OutboxState; readonly sent: boolean };
  readonly receipt: boolean;
  readonly reason: boolean;
};

/** What each state of an item promises. One row a state: what is not here is not a state. */
const table: readonly Case[] = [
  {
    state: 'waiting',
    reach: () => {},
    sent: true,
    retried: 'waiting',
    killed: 'waiting',
    edit: { state: 'waiting', sent: true },
    receipt: false,
    reason: false,
  },
  {
    state: 'sending',
    reach: (queue) => queue.send(),
    sent: false,
    retried: 'sending',
    killed: 'waiting',
    edit: { state: 'waiting', sent: false },
    receipt: false,
    reason: false,
  },
  {
    state: 'needs-you',
    reach: (queue) => queue.answer('held'),
    sent: false,
    retried: 'waiting',
    killed: 'needs-you',
    edit: { state: 'waiting', sent: false },
    receipt: false,
    reason: true,
  },
  {
    state: 'refused',
    reach: (queue) => queue.answer('refused'),
    sent: false,
    retried: 'refused',
    killed: 'refused',
    edit: { state: 'waiting', sent: false },
    receipt: false,
    reason: true,
  },
  {
    state: 'accepted',
    reach: (queue) => queue.answer('accepted'),
    sent: false,
    retried: 'accepted',
    killed: 'accepted',
    edit: { state: 'waiting', sent: true },
    receipt: true,
    reason: false,
  },
  {
    state: 'resolved',
    reach: (queue) => {
      queue.answer('refused');
      queue.close();
    },
    sent: false,
    retried: 'resolved',
    killed: 'resolved',
    edit: { state: 'waiting', sent: true },
    receipt: false,
    reason: true,
  },
];

/** Two dossiers of a clerk and one of a colleague, each with one item. */
class Queue {
  readonly store: Store;
  readonly #id: string;

  constructor(store: Store) {
    this.store = store;
    const mine = this.store.write((writer) =>
      writer.append([received(1), received(2)], { actor: clerk, at: at(1) }),
    );
    this.store.write((writer) => writer.append([received(3)], { actor: colleague, at: at(1) }));
    this.#id = mine[0]?.id ?? '';
  }

  send(): void {
    this.store.write((writer) => writer.markSending([this.#id], at(2)));
  }

  answer(outcome: 'held' | 'refused' | 'accepted'): void {
    this.send();
    const answer: Answer =
      outcome === 'accepted'
        ? { id: this.#id, outcome, feedSeq: 1, receipt: 'R1', acceptedAt: at(3) }
        : { id: this.#id, outcome, reason: 'city/invalid-facts', message: 'Sai', field: 'child.name' };
    this.store.write((writer) => writer.settle([answer], at(3)));
  }

  /** A person corrects the refused reception in place. */
  close(): void {
    const again = received(1);
    if (again.kind !== 'dossier-received') throw new Error('not a reception');
    const corrected = { ...again, payload: { ...again.payload, replaces: [this.#id] } };
    this.store.write((writer) => writer.append([corrected], { actor: clerk, at: at(4) }));
  }

  edit(): string {
    const [event] = this.store.write((writer) =>
      writer.append([next(1, 'dossier-handed-over', 1)], { actor: clerk, at: at(5) }),
    );
    return event?.id ?? '';
  }

  item(id = this.#id) {
    const item = this.store.read((reader) => reader.outboxItem(id as never));
    if (!item) throw new Error('the item is gone');
    return item;
  }

  turn(): readonly string[] {
    return this.store.read((reader) => reader.nextToSend(at(9), 100)).map((event) => event.id);
  }

  get id(): string {
    return this.#id;
  }
}

describe.each(table)('an item that is $state', (row) => {
  it('stands in that state, with its receipt or reason, and other dossiers go on', () => {
    using folder = testFolder();
    const queue = new Queue(folder.open());
    row.reach(queue);
    const item = queue.item();
    expect(item.state).toBe(row.state);
    expect([item.receipt !== '', item.message !== '']).toEqual([row.receipt, row.reason]);
    expect(queue.turn().includes(queue.id)).toBe(row.sent);
    const streams = queue.store.read((reader) => reader.nextToSend(at(9), 100)).map((event) => event.stream);
    expect(streams).toEqual(expect.arrayContaining([dossierStream(2), dossierStream(3)]));
  });

  it('after a person asks to retry', () => {
    using folder = testFolder();
    const queue = new Queue(folder.open());
    row.reach(queue);
    queue.store.write((writer) => writer.requeue([queue.id]));
    expect(queue.item().state).toBe(row.retried);
    queue.store.write((writer) => writer.requeue('all'));
    expect(queue.item().state).toBe(row.retried);
  });

  it('after the process was killed', () => {
    using folder = testFolder();
    const queue = new Queue(folder.open());
    row.reach(queue);
    queue.store.write((writer) => writer.returnToWaiting('all', ''));
    expect(queue.item().state).toBe(row.killed);
  });

  it('and is edited meanwhile: the edit waits its turn', () => {
    using folder = testFolder();
    const queue = new Queue(folder.open());
    row.reach(queue);
    const edit = queue.edit();
    expect(queue.item(edit).state).toBe(row.edit.state);
    expect(queue.turn().includes(edit)).toBe(row.edit.sent);
  });

  it('is counted for its author and not for a colleague', () => {
    using folder = testFolder();
    const queue = new Queue(folder.open());
    row.reach(queue);
    queue.store.read((reader) => {
      const mine = reader.outbox({ actor: clerk, limit: 100, offset: 0 }).rows.map((each) => each.eventId);
      const theirs = reader.outbox({ actor: colleague, limit: 100, offset: 0 }).rows;
      expect(mine).toContain(queue.id);
      expect(theirs).toMatchObject([{ stream: dossierStream(3), state: 'waiting' }]);
      expect(reader.outboxCounts(clerk)[row.state]).toBeGreaterThan(0);
      expect(reader.outboxCounts(colleague)).toMatchObject({ waiting: 1, 'needs-you': 0, refused: 0 });
    });
  });
});

it('sending is bounded: a lost reply or a kill returns it to waiting with its time', () => {
  using folder = testFolder();
  const queue = new Queue(folder.open());
  queue.send();
  expect(queue.item()).toMatchObject({ state: 'sending', sendingSince: at(2) });
  queue.store.write((writer) => writer.returnToWaiting([queue.id], at(4)));
  expect(queue.item()).toMatchObject({ state: 'waiting', sendingSince: '', nextTryAt: at(4) });
});
