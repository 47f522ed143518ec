import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Answer, MAX_BATCH_EVENTS } from '#shared/sync/protocol.ts';
import { fitBatch, type PackedBatch } from './batch.ts';
import type { CityClient, Pushed } from './city-client.ts';
import { clockQuality } from './clock-quality.ts';
import type { Fault } from './fault.ts';
import { withWitness } from './safety/witness.ts';

/** A batch on its way. */
type Flight = {
  readonly batch: PackedBatch;
  readonly sentAt: Instant;
  readonly reply: Promise<Result<Pushed, Fault>>;
};

/** Carries the queue to the city, batch by batch, until nothing whose turn has come is left. */
export class PushQueue {
  readonly #store: Store;
  readonly #clock: Clock;
  /** Halves when the line or the server does not carry a batch. */
  #most = MAX_BATCH_EVENTS;
  /** Up to here it doubles when one is carried, then it grows by a quarter: else every other batch would fail. */
  #carried = MAX_BATCH_EVENTS;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  hasWork(): boolean {
    return this.#store.read((reader) => reader.nextToSend(this.#clock.now(), 1)).length > 0;
  }

  /** What was being sent when this process last ended was perhaps received; sending it again is safe. */
  recover(): void {
    this.#store.write((writer) => writer.returnToWaiting('all', ''));
  }

  /** @param goOn asked before each batch */
  async drain(client: CityClient, goOn: () => boolean): Promise<Result<void, Fault>> {
    while (goOn()) {
      const first = await this.#take(client);
      if (!first) return ok(undefined);
      const carried = await this.#carry(client, first, goOn);
      if (!carried.ok) return carried;
    }
    return ok(undefined);
  }

  /**
   * Batch after batch, for as long as the city takes all of each: one is made ready while the one before it is on its
   * way, and leaves before the answers of that one are written down, so that neither end waits for the other.
   */
  async #carry(client: CityClient, first: PackedBatch, goOn: () => boolean): Promise<Result<void, Fault>> {
    let flight = this.#send(client, first);
    for (;;) {
      const packing = goOn() ? this.#take(client, 'sending') : undefined;
      const [reply, next] = await Promise.all([flight.reply, packing]);
      if (!next) return this.#land(flight, reply);
      if (!reply.ok || !isAllTaken(flight.batch, reply.value) || !goOn()) {
        this.#store.write((writer) => writer.returnToWaiting(idsOf(next), ''));
        return this.#land(flight, reply);
      }
      const following = this.#send(client, next);
      await nextTurn();
      this.#land(flight, reply);
      flight = following;
    }
  }

  /**
   * Marks the next batch as being sent and packs it; undefined when there is none.
   * @param following what comes next once everything on its way is accepted
   */
  async #take(client: CityClient, following?: 'sending'): Promise<PackedBatch | undefined> {
    const now = this.#clock.now();
    const batch = fitBatch(this.#store.read((reader) => reader.nextToSend(now, this.#most, following)));
    if (batch.events.length === 0) return undefined;
    this.#store.write((writer) => writer.markSending(idsOf(batch), now));
    return client.pack(batch);
  }

  #send(client: CityClient, batch: PackedBatch): Flight {
    return { batch, sentAt: this.#clock.now(), reply: client.push(batch) };
  }

  /** Writes down what became of a batch. */
  #land({ batch, sentAt }: Flight, reply: Result<Pushed, Fault>): Result<void, Fault> {
    if (reply.ok) {
      const more = this.#most < this.#carried ? this.#most * 2 : Math.ceil(this.#most * 1.25);
      this.#most = Math.min(MAX_BATCH_EVENTS, more);
      return this.#settle(batch, reply.value, sentAt);
    }
    const tooMuch = reply.error.code === 'city/malformed';
    if (tooMuch || reply.error.code === 'sync/unreachable') {
      this.#most = Math.max(1, Math.floor(batch.events.length / 2));
      this.#carried = this.#most;
    }
    const [only] = batch.events;
    if (tooMuch && only && batch.events.length === 1) {
      this.#store.write((writer) => writer.settle([unreadable(only.id)], this.#clock.now()));
      return ok(undefined);
    }
    this.#store.write((writer) => writer.returnToWaiting(idsOf(batch), ''));
    return tooMuch ? ok(undefined) : reply;
  }

  /** Keeps the answers of a batch in one transaction. */
  #settle(batch: PackedBatch, { answers, seals, serverTime }: Pushed, sentAt: Instant): Result<void, Fault> {
    const { settled, waiting } = sortAnswers(batch, answers);
    const now = this.#clock.now();
    this.#store.write((writer) => {
      writer.settle(settled, now);
      writer.saveSeals(seals);
      if (waiting.length > 0) writer.returnToWaiting(waiting, '');
      const clock = clockQuality(serverTime, sentAt, now);
      const accepted = settled.flatMap((answer) => ('feedSeq' in answer ? [answer] : []));
      writer.saveCursor(withWitness({ ...writer.syncCursor(), lastContactAt: now, clock }, accepted));
    });
    return settled.length > 0 ? ok(undefined) : err({ code: 'sync/not-our-server' });
  }
}

/**
 * Tells answers to keep from events that simply wait: one the city would not take over a hole waits behind the
 * event that made the hole, which alone needs a person; one it did not answer is sent again.
 */
function sortAnswers(
  batch: PackedBatch,
  answers: readonly Answer[],
): { readonly settled: readonly Answer[]; readonly waiting: readonly string[] } {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const stopped = new Set<string>();
  const settled: Answer[] = [];
  const waiting: string[] = [];
  for (const event of batch.events) {
    const answer = byId.get(event.id);
    const behind = answer && 'reason' in answer && answer.reason === 'city/out-of-order';
    if (!answer || (behind && stopped.has(event.stream))) {
      waiting.push(event.id);
      continue;
    }
    if ('reason' in answer) stopped.add(event.stream);
    settled.push(answer);
  }
  return { settled, waiting };
}

function isAllTaken({ events }: PackedBatch, { answers }: Pushed): boolean {
  const taken = new Set(answers.flatMap((answer) => ('feedSeq' in answer ? [answer.id] : [])));
  return events.every(({ id }) => taken.has(id));
}

function idsOf({ events }: Pick<PackedBatch, 'events'>): readonly string[] {
  return events.map(({ id }) => id);
}

function unreadable(id: string): Answer {
  return { id, outcome: 'refused', reason: 'city/malformed', message: errorCodes['city/malformed'] };
}
