import type { Store, StoredEvent } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Answer, MAX_BATCH_EVENTS } from '#shared/sync/protocol.ts';
import { type Batch, fitBatch } from './batch.ts';
import type { CityClient, Pushed } from './city-client.ts';
import { clockQuality } from './clock-quality.ts';
import type { Fault } from './fault.ts';
import { withWitness } from './safety/witness.ts';

/** Carries the queue to the city, batch by batch, until nothing whose turn has come is left. */
export class PushQueue {
  readonly #store: Store;
  readonly #clock: Clock;
  /** Halves when the line or the server does not carry a batch, doubles when it does. */
  #most = MAX_BATCH_EVENTS;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  hasWork(): boolean {
    return this.#next(1).length > 0;
  }

  /** What was being sent when this process last ended was perhaps received; sending it again is safe. */
  recover(): void {
    this.#store.write((writer) => writer.returnToWaiting('all', ''));
  }

  /** @param goOn asked before each batch */
  async drain(client: CityClient, goOn: () => boolean): Promise<Result<void, Fault>> {
    while (goOn()) {
      const batch = fitBatch(this.#next(this.#most));
      if (batch.events.length === 0) return ok(undefined);
      const sent = await this.#send(client, batch);
      if (!sent.ok) return sent;
    }
    return ok(undefined);
  }

  #next(most: number): readonly StoredEvent[] {
    return this.#store.read((reader) => reader.nextToSend(this.#clock.now(), most));
  }

  async #send(client: CityClient, batch: Batch): Promise<Result<void, Fault>> {
    const ids = batch.events.map((event) => event.id);
    const sentAt = this.#clock.now();
    this.#store.write((writer) => writer.markSending(ids, sentAt));
    const reply = await client.push(batch);
    if (reply.ok) {
      this.#most = Math.min(MAX_BATCH_EVENTS, this.#most * 2);
      return this.#settle(batch, reply.value, sentAt);
    }
    const tooMuch = reply.error.code === 'city/malformed';
    if (tooMuch || reply.error.code === 'sync/unreachable') {
      this.#most = Math.max(1, Math.floor(batch.events.length / 2));
    }
    const [only] = batch.events;
    if (tooMuch && only && batch.events.length === 1) {
      this.#store.write((writer) => writer.settle([unreadable(only.id)], this.#clock.now()));
      return ok(undefined);
    }
    this.#store.write((writer) => writer.returnToWaiting(ids, ''));
    return tooMuch ? ok(undefined) : reply;
  }

  /** Keeps the answers of a batch in one transaction. */
  #settle(batch: Batch, { answers, seals, serverTime }: Pushed, sentAt: Instant): Result<void, Fault> {
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
  batch: Batch,
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

function unreadable(id: string): Answer {
  return { id, outcome: 'refused', reason: 'city/malformed', message: errorCodes['city/malformed'] };
}
