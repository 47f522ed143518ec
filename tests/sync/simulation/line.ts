import type { City } from '#city/compose.ts';
import type { Exchange, HttpReply, HttpRequest } from '#main/sync/exchange.ts';
import { SERVER_HEADER } from '#shared/sync/protocol.ts';
import type { RequestFault } from './actions.ts';
import { Violation } from './violation.ts';

/** A loop that makes so many requests in one go never rests. */
const MOST_REQUESTS = 120;

/** The line between one device and the city, without a socket: requests are handed over, or come to grief. */
export class Line implements Exchange {
  readonly #city: () => City;
  readonly #faults: { fault: RequestFault; after: number }[] = [];
  readonly #heldBack: HttpRequest[] = [];
  #requests = 0;
  /** Requests that reached the city. */
  delivered = 0;
  /** Ends the device's process in the middle of a request, which then never returns. */
  onKill: () => void = () => {};
  up = true;

  constructor(city: () => City) {
    this.#city = city;
  }

  /** @param after requests that still pass */
  strike(fault: RequestFault, after: number): void {
    this.#faults.push({ fault, after });
  }

  mend(): void {
    this.up = true;
    this.#faults.length = 0;
  }

  /** Counts anew: one round of the loop begins. */
  beginRound(): void {
    this.#requests = 0;
  }

  /** What was held back arrives now, at a city that has gone on meanwhile. */
  async deliverLate(): Promise<number> {
    const late = this.#heldBack.splice(0);
    for (const request of late) await this.#deliver(request);
    return late.length;
  }

  async send(request: HttpRequest): Promise<HttpReply> {
    this.#requests += 1;
    if (this.#requests > MOST_REQUESTS) throw new Violation('endless', 'the loop does not come to rest');
    if (!this.up) throw new Error('the line is down');
    switch (this.#nextFault()) {
      case undefined:
        return this.#deliver(request);
      case 'reply-lost':
        await this.#deliver(request);
        throw new Error('the reply was lost');
      case 'doubled':
        await this.#deliver(request);
        return this.#deliver(request);
      case 'held-back':
        this.#heldBack.push(request);
        throw new Error('no reply in time');
      case 'captive-portal':
        return page(200, {});
      case 'server-error':
        return page(503, { [SERVER_HEADER]: this.#city().serverId });
      case 'killed-before':
        return this.#die();
      case 'killed-after':
        await this.#deliver(request);
        return this.#die();
    }
  }

  close(): void {
    this.#heldBack.length = 0;
  }

  #die(): Promise<never> {
    this.onKill();
    return new Promise(() => {});
  }

  #nextFault(): RequestFault | undefined {
    const next = this.#faults[0];
    if (!next) return undefined;
    if (next.after > 0) {
      next.after -= 1;
      return undefined;
    }
    this.#faults.shift();
    return next.fault;
  }

  async #deliver({ method, url, headers, body }: HttpRequest): Promise<HttpReply> {
    this.delivered += 1;
    const { pathname, search } = new URL(url);
    const path = `${pathname}${search}`;
    const reply = await this.#city().app.inject({
      method,
      url: path,
      headers,
      ...(body && { payload: body }),
    });
    return {
      status: reply.statusCode,
      headers: reply.headers as HttpReply['headers'],
      body: reply.rawPayload,
    };
  }
}

function page(status: number, headers: HttpReply['headers']): HttpReply {
  return { status, headers, body: Buffer.from('<html><body>Xin mời đăng nhập</body></html>') };
}
