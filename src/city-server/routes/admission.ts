import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export type AdmissionLimits = {
  /** Requests worked on at the same time; below the connections of the database. */
  readonly atOnce: number;
  /** Requests that wait for their turn; each holds its packed body in memory. */
  readonly waiting: number;
  /** Well below the minute after which a device gives up, so that no work is done for a device that left. */
  readonly longestWaitMs: number;
};

/** A request's place in the order: taken, waited for, given back once. */
type Turn = { begin(): Promise<void>; end(): void };

/**
 * Works on a few requests at a time, in the order in which they came whole. A slow line holds no place, because a place
 * is taken when the body has arrived and given back when the answer is made. Who would wait too long is told to come
 * back (503 with `Retry-After`): when all communes reconnect at once the memory stays that of a few batches.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #waiting = new Set<() => void>();
  readonly #turns = new WeakMap<FastifyRequest, Turn>();
  #inside = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /** Makes requests wait before they are validated, and those with a body before it is unpacked. */
  guard(scope: FastifyInstance): void {
    scope.addHook('preParsing', async (request, reply) => {
      if (this.#isFull()) throw tooBusy();
      const turn = this.turn();
      this.#turns.set(request, turn);
      // Also when the device hangs up while it waits.
      reply.raw.once('close', turn.end);
    });
    scope.addHook('preValidation', async (request) => this.begin(request));
    scope.addHook('onSend', async (request: FastifyRequest, _reply: FastifyReply, payload) => {
      this.#turns.get(request)?.end();
      return payload;
    });
  }

  /** Waits for the turn of a guarded request, the first time it is asked. */
  async begin(request: FastifyRequest): Promise<void> {
    await this.#turns.get(request)?.begin();
  }

  turn(): Turn {
    let begun: Promise<void> | undefined;
    let leave = (): void => {};
    const begin = (): Promise<void> =>
      new Promise((resolve, reject) => {
        const enter = (): void => {
          this.#inside += 1;
          leave = () => this.#left();
          resolve();
        };
        if (this.#inside < this.#limits.atOnce) return enter();
        if (this.#isFull()) return reject(tooBusy());
        const timer = setTimeout(() => {
          this.#waiting.delete(next);
          reject(tooBusy());
        }, this.#limits.longestWaitMs);
        const next = (): void => {
          clearTimeout(timer);
          enter();
        };
        this.#waiting.add(next);
        leave = () => {
          clearTimeout(timer);
          this.#waiting.delete(next);
        };
      });
    return {
      begin: () => (begun ??= begin()),
      end() {
        leave();
        leave = () => {};
      },
    };
  }

  #isFull(): boolean {
    return this.#waiting.size >= this.#limits.waiting;
  }

  #left(): void {
    this.#inside -= 1;
    const [next] = this.#waiting;
    if (!next) return;
    this.#waiting.delete(next);
    next();
  }
}

function tooBusy(): Error {
  return Object.assign(new Error('too many requests wait'), { statusCode: 503 });
}
