import type { Store, Writer } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { PullResponse } from '#shared/sync/protocol.ts';
import type { CityClient } from './city-client.ts';
import { clockQuality } from './clock-quality.ts';
import type { Fault } from './fault.ts';
import { MASS_CHANGE_ALLOWED, MassChange, mostTakenBack } from './safety/mass-change.ts';
import { withWitness } from './safety/witness.ts';

/** Brings what the commune's other devices did. A pull only ever adds: nothing here can remove a row. */
export class FeedPuller {
  readonly #store: Store;
  readonly #clock: Clock;
  /**
   * After a start and after a failure a pull brings own events too: the city may have taken some whose answer was
   * lost, and what others built on them would not fold without them. Otherwise they only come back as an echo.
   */
  #own: 'include' | 'skip' = 'include';

  /** By the pages of one catch-up. */
  #takenBack = 0;
  #stoppedAt = 0;

  /** Told to the city with each pull; empty while the queue moves. */
  stalledSince = '';

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** What was sent last may be in the feed without this device knowing. */
  expectOwn(): void {
    this.#own = 'include';
  }

  /** A person looked at what the pull takes back, and lets it. */
  allowMassChange(): void {
    this.#store.write((writer) => writer.saveSetting(MASS_CHANGE_ALLOWED, this.#stoppedAt));
  }

  /** @param goOn asked before each page */
  async catchUp(client: CityClient, goOn: () => boolean): Promise<Result<void, Fault>> {
    this.#takenBack = 0;
    while (goOn()) {
      const sentAt = this.#clock.now();
      const cursor = this.#store.read((reader) => reader.syncCursor());
      const { feedSeq: after } = cursor;
      const reply = await client.pull(cursor, this.#own, this.stalledSince);
      if (!reply.ok) return reply;
      const page = reply.value;
      if (page.head < after || !this.#isWhole(page, after)) return err({ code: 'sync/server-behind' });
      const now = this.#clock.now();
      const clock = clockQuality(page.serverTime, sentAt, now);
      try {
        this.#store.write((writer) => {
          if (page.events.length > 0) this.#absorb(writer, page);
          if (page.seal) writer.saveSeals([page.seal]);
          const moved = { ...writer.syncCursor(), feedSeq: page.upTo, lastContactAt: now, clock };
          writer.saveCursor(withWitness(moved, page.events.slice(-1)));
        });
      } catch (error) {
        if (error instanceof MassChange) return err({ code: 'sync/mass-change' });
        throw error;
      }
      if (page.upTo < page.head) continue;
      this.#own = 'skip';
      return ok(undefined);
    }
    return ok(undefined);
  }

  /** @throws MassChange when this catch-up takes back more than it may by itself */
  #absorb(writer: Writer, page: PullResponse): void {
    this.#takenBack += writer.safety.absorbCounting(page.events);
    const isAllowed = page.upTo <= (writer.setting<number>(MASS_CHANGE_ALLOWED) ?? 0);
    if (isAllowed || this.#takenBack <= mostTakenBack(writer)) return;
    this.#stoppedAt = page.head;
    throw new MassChange();
  }

  /** A feed has no gap; one that shows a gap has lost events this device may know. */
  #isWhole(page: PullResponse, after: number): boolean {
    const rising = page.events.every(
      (event, index) => event.feedSeq > (page.events[index - 1]?.feedSeq ?? after),
    );
    if (!rising || page.upTo < after || (page.upTo === after && page.head > after)) return false;
    return this.#own === 'skip' || page.upTo - after === page.events.length;
  }
}
