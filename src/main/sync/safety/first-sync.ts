import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FirstSyncProgress } from '#main/ports/safety-engine.ts';
import type { Store } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { FeedEvent } from '#shared/sync/protocol.ts';
import type { SnapshotPage } from '#shared/sync/safety-protocol.ts';
import type { Fault } from '../fault.ts';
import type { SafetyClient } from './safety-client.ts';
import { withWitness } from './witness.ts';

/** A feed shorter than this is pulled like any other day's. */
const WORTH_IT = 2_000;
const SMALLEST_PIECE = 100_000;
const LARGEST_PIECE = 1_000_000;
/** A piece that takes longer than this is halved, so that a kill costs little on a slow line. */
const LONGEST_MS = 15_000;
const SHORT_MS = 4_000;
/** What one transaction takes, so that people at the windows hardly wait. */
const EVENTS_AT_ONCE = 500;
/** Dossiers are projected so many at once, fewer where that takes long: the full-text index likes large transactions. */
const STREAMS_AT_ONCE = { least: 50, most: 400 };
const LONG_MS = 120;

/** Setting: the feed's length when a first sync began; 0 once it is over. */
const TARGET = 'firstSyncTarget';

/**
 * Brings a whole feed to a device that has nothing yet: in long pieces into the log, and the projections of each
 * dossier whenever the line is waited for and at the end. Both go on where a kill left them: the cursor and the
 * unprojected streams are in the database, written with what they tell of.
 */
export class FirstSync {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #device: string;
  readonly #onProgress: () => void;
  #bytes = LARGEST_PIECE;
  #streams = STREAMS_AT_ONCE.least;
  #progress: FirstSyncProgress | undefined;
  #since = { at: 0, done: 0 };
  #isUnknownToCity = false;

  constructor(store: Store, clock: Clock, device: string, onProgress: () => void) {
    this.#store = store;
    this.#clock = clock;
    this.#device = device;
    this.#onProgress = onProgress;
  }

  progress(): FirstSyncProgress | undefined {
    return this.#progress;
  }

  /** @param between done now and then, so that new work does not wait for the old */
  async run(
    client: SafetyClient,
    goOn: () => boolean,
    between: () => Promise<Result<void, Fault>>,
  ): Promise<Result<void, Fault>> {
    if (this.#isUnknownToCity) return ok(undefined);
    const { after, target, left } = this.#state();
    if (after === 0 || after < target) {
      const fetched = await this.#fetch(client, after, goOn, between);
      if (!fetched.ok) return fetched;
    }
    if (left > 0 || this.#state().left > 0) {
      const built = await this.#build(goOn, between);
      if (!built.ok) return built;
    }
    this.#progress = undefined;
    return ok(undefined);
  }

  #state(): { readonly after: number; readonly target: number; readonly left: number } {
    return this.#store.read((reader) => ({
      after: reader.syncCursor().feedSeq,
      target: reader.setting<number>(TARGET) ?? 0,
      left: reader.safety.unprojected(),
    }));
  }

  async #fetch(
    client: SafetyClient,
    from: number,
    goOn: () => boolean,
    between: () => Promise<Result<void, Fault>>,
  ): Promise<Result<void, Fault>> {
    this.#since = { at: performance.now(), done: from };
    let after = from;
    let next = this.#ask(client, after);
    while (goOn()) {
      const reply = await next;
      if (!reply.ok) {
        if (reply.error.code === 'city/malformed') this.#isUnknownToCity = true;
        this.#bytes = Math.max(SMALLEST_PIECE, this.#bytes / 2);
        return this.#isUnknownToCity ? ok(undefined) : reply;
      }
      const { events, upTo, head } = reply.value;
      if (!isWhole(reply.value, after)) return err({ code: 'sync/server-behind' });
      if (after === 0 && head < WORTH_IT) return ok(undefined);
      const isLast = upTo >= head;
      // The line works on the next piece while this one is written.
      if (!isLast) next = this.#ask(client, upTo);
      await this.#keep(events, head, goOn);
      if (isLast) return ok(undefined);
      await this.#projectUntil(next, goOn);
      after = upTo;
      const done = await between();
      if (!done.ok) return done;
    }
    return ok(undefined);
  }

  async #ask(client: SafetyClient, after: number): Promise<Result<SnapshotPage, Fault>> {
    const started = performance.now();
    const reply = await client.snapshot(after, this.#bytes, this.#device);
    const took = performance.now() - started;
    if (reply.ok && took < SHORT_MS) this.#bytes = Math.min(LARGEST_PIECE, this.#bytes * 2);
    if (took > LONGEST_MS) this.#bytes = Math.max(SMALLEST_PIECE, this.#bytes / 2);
    return reply;
  }

  async #keep(events: readonly FeedEvent[], head: number, goOn: () => boolean): Promise<void> {
    for (let from = 0; from < events.length && goOn(); from += EVENTS_AT_ONCE) {
      const some = events.slice(from, from + EVENTS_AT_ONCE);
      const feedSeq = some.at(-1)?.feedSeq ?? 0;
      this.#store.write((writer) => {
        writer.safety.absorbUnprojected(some);
        writer.saveSetting(TARGET, head);
        const cursor = { ...writer.syncCursor(), feedSeq, lastContactAt: this.#clock.now() };
        writer.saveCursor(withWitness(cursor, some.slice(-1)));
      });
      this.#show('fetching', feedSeq, head);
      await nextTurn();
    }
  }

  async #build(
    goOn: () => boolean,
    between: () => Promise<Result<void, Fault>>,
  ): Promise<Result<void, Fault>> {
    const total = this.#state().left;
    this.#since = { at: performance.now(), done: 0 };
    for (let left = total; left > 0 && goOn(); ) {
      left = this.#projectSome();
      this.#show('building', total - left, total);
      await nextTurn();
      const done = await between();
      if (!done.ok) return done;
    }
    return ok(undefined);
  }

  /** A dossier whose later events are still to come is projected again when they are here. */
  async #projectUntil(arrival: Promise<unknown>, goOn: () => boolean): Promise<void> {
    let isThere = false;
    void arrival.then(() => (isThere = true));
    for (let left = 1; left > 0 && !isThere && goOn(); ) {
      left = this.#projectSome();
      await nextTurn();
    }
  }

  /** @returns how many dossiers are left */
  #projectSome(): number {
    const started = performance.now();
    const left = this.#store.write((writer) => writer.safety.projectSome(this.#streams));
    const isLong = performance.now() - started > LONG_MS;
    const { least, most } = STREAMS_AT_ONCE;
    this.#streams = isLong ? Math.max(least, this.#streams / 2) : Math.min(most, this.#streams * 2);
    return left;
  }

  #show(phase: FirstSyncProgress['phase'], done: number, total: number): void {
    const seconds = (performance.now() - this.#since.at) / 1000;
    const rate = (done - this.#since.done) / seconds;
    const secondsLeft = seconds > 2 && rate > 0 ? Math.ceil((total - done) / rate) : undefined;
    this.#progress = { phase, done, total, secondsLeft };
    this.#onProgress();
  }
}

/** Nothing may be missing in a piece of the feed. */
function isWhole({ events, upTo, head }: SnapshotPage, after: number): boolean {
  const gapFree = events.every((event, index) => event.feedSeq === after + index + 1);
  return gapFree && upTo === after + events.length && (events.length > 0 || head <= after);
}
