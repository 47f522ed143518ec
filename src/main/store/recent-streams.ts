import type { StoredEvent } from './types.ts';

/** Where an event stands, without what it says. */
export type EventPlace = {
  readonly localSeq: number;
  readonly id: string;
  readonly stream: string;
  readonly feedSeq: number | null;
};

const MOST_STREAMS = 32;

/**
 * The events of the streams read last, because a step reads its dossier's several times. Only an event's place may
 * change, so one that stands where it stood says what it said.
 */
export class RecentStreams {
  readonly #streams = new Map<string, ReadonlyMap<string, StoredEvent>>();

  has(stream: string): boolean {
    return this.#streams.has(stream);
  }

  /** @returns the event if it stood there when its stream was last read */
  at({ stream, id, localSeq, feedSeq }: EventPlace): StoredEvent | undefined {
    const event = this.#streams.get(stream)?.get(id);
    return event?.localSeq === localSeq && event.feedSeq === (feedSeq ?? undefined) ? event : undefined;
  }

  keep(stream: string, events: readonly StoredEvent[]): readonly StoredEvent[] {
    this.#streams.delete(stream);
    this.#streams.set(stream, new Map(events.map((event) => [event.id, event])));
    const [oldest] = this.#streams.keys();
    if (this.#streams.size > MOST_STREAMS && oldest !== undefined) this.#streams.delete(oldest);
    return events;
  }
}
