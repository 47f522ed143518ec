import type { Store } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { PullResponse } from '#shared/sync/protocol.ts';
import type { CityClient } from './city-client.ts';
import { clockQuality } from './clock-quality.ts';
import type { Fault } from './fault.ts';

/** Brings what the commune's other devices did. A pull only ever adds: nothing here can remove a row. */
export class FeedPuller {
  readonly #store: Store;
  readonly #clock: Clock;
  /**
   * After a start and after a failure a pull brings own events too: the city may have taken some whose answer was
   * lost, and what others built on them would not fold without them. Otherwise they only come back as an echo.
   */
  #own: 'include' | 'skip' = 'include';

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** What was sent last may be in the feed without this device knowing. */
  expectOwn(): void {
    this.#own = 'include';
  }

  /** @param goOn asked before each page */
  async catchUp(client: CityClient, goOn: () => boolean): Promise<Result<void, Fault>> {
    while (goOn()) {
      const sentAt = this.#clock.now();
      const after = this.#store.read((reader) => reader.syncCursor().feedSeq);
      const reply = await client.pull(after, this.#own);
      if (!reply.ok) return reply;
      const page = reply.value;
      if (page.head < after || !this.#isWhole(page, after)) return err({ code: 'sync/server-behind' });
      const now = this.#clock.now();
      const clock = clockQuality(page.serverTime, sentAt, now);
      this.#store.write((writer) => {
        if (page.events.length > 0) writer.absorb(page.events);
        if (page.seal) writer.saveSeals([page.seal]);
        writer.saveCursor({ ...writer.syncCursor(), feedSeq: page.upTo, lastContactAt: now, clock });
      });
      if (page.upTo < page.head) continue;
      this.#own = 'skip';
      return ok(undefined);
    }
    return ok(undefined);
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
