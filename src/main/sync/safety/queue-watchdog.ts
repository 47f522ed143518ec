import { type Instant, millisOf } from '#shared/kernel/instant.ts';

const PATIENCE_MS = 10 * 60 * 1000;

/** What the queue looks like from outside: it moves when any of this changes, or when nothing waits. */
export type QueueLook = {
  /** Items waiting or being sent. */
  readonly open: number;
  /** Accepted, held and refused items together. */
  readonly answered: number;
  /** Whether the city answered since the last look: a queue cannot move without a line. */
  readonly isLineUp: boolean;
};

/** Notices a queue that does not move although the line is up: the way the best engines fail is a stuck queue. */
export class QueueWatchdog {
  #answered = -1;
  #stillSince: Instant | undefined;

  /** @returns since when it has stood still, when that is too long; undefined while all is well */
  look(now: Instant, { open, answered, isLineUp }: QueueLook): Instant | undefined {
    const moves = open === 0 || !isLineUp || answered !== this.#answered;
    this.#answered = answered;
    if (moves) this.#stillSince = undefined;
    else this.#stillSince ??= now;
    const since = this.#stillSince;
    return since !== undefined && millisOf(now) - millisOf(since) >= PATIENCE_MS ? since : undefined;
  }
}
