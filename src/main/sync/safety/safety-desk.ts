import type { SafetyEngine, SafetyStatus } from '#main/ports/safety-engine.ts';
import type { Aside } from '#main/store/aside.ts';
import type { KeptBytes } from '#main/store/files/kept-bytes.ts';
import type { Store } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Enrolment, readEnrolment } from '../enrolment.ts';
import type { Fault } from '../fault.ts';
import type { FeedPuller } from '../pull-feed.ts';
import { exchangeKeys } from './device-keys.ts';
import { FirstSync } from './first-sync.ts';
import { offerAgain } from './offer-again.ts';
import { QueueWatchdog } from './queue-watchdog.ts';
import type { SafetyClient } from './safety-client.ts';
import { exportUnsent, importReceipts } from './sealed-export.ts';
import { lastAgreed } from './server-loss.ts';
import { checkStateIfDue, lastStateCheck } from './state-check.ts';

type Parts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly deviceId: string;
  readonly feed: FeedPuller;
  /** Where attached files lie; without it exports carry none. */
  readonly bytes: KeptBytes | undefined;
  /** Without it no whole-state sum is made. */
  readonly aside: Pick<Aside, 'stateSum'> | undefined;
  readonly clientOf: (enrolment: Enrolment) => SafetyClient;
  /** No rest before the next round. */
  readonly wake: () => void;
  readonly onChange: () => void;
};

type Steps = {
  readonly goOn: () => boolean;
  readonly between: () => Promise<Result<void, Fault>>;
};

/** What the loop does beside carrying events, so that none is lost; and what people decide about it. */
export class SafetyDesk implements SafetyEngine {
  readonly #parts: Parts;
  readonly #first: FirstSync;
  readonly #watchdog = new QueueWatchdog();
  readonly #since: Instant;
  #stop: SafetyStatus['stop'];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#since = parts.clock.now();
    this.#first = new FirstSync(parts.store, parts.clock, parts.deviceId, parts.onChange);
  }

  status(): SafetyStatus {
    return {
      stop: this.#stop,
      firstSync: this.#first.progress(),
      stalledSince: this.#parts.feed.stalledSince,
      lastCheck: this.#parts.store.read(lastStateCheck),
    };
  }

  /** Before the ordinary pull: a device that has nothing yet gets everything. */
  before(client: SafetyClient, { goOn, between }: Steps): Promise<Result<void, Fault>> {
    return this.#first.run(client, goOn, between);
  }

  /** After the pull and before the queue: events others built on may be among them. */
  offer(client: SafetyClient, goOn: () => boolean): Promise<Result<void, Fault>> {
    const { store, clock } = this.#parts;
    return offerAgain(store, clock, client, goOn);
  }

  /** Once all is sent. */
  async after(client: SafetyClient, { token }: Enrolment): Promise<Result<void, Fault>> {
    const { store, clock, aside } = this.#parts;
    const exchanged = await exchangeKeys(store, client, token);
    if (!exchanged.ok || !aside) return exchanged;
    const checked = await checkStateIfDue({ store, clock, aside }, client, this.#since);
    return checked.ok ? ok(undefined) : checked;
  }

  /** Told how each round ended. */
  roundEnded(outcome: Result<void, Fault>): void {
    const code = outcome.ok ? undefined : outcome.error.code;
    this.#stop =
      code === 'sync/server-behind'
        ? 'server-behind'
        : code === 'sync/mass-change'
          ? 'mass-change'
          : undefined;
    const { store, clock } = this.#parts;
    const {
      waiting,
      sending,
      accepted,
      refused,
      'needs-you': held,
    } = store.read((reader) => reader.outboxCounts());
    const isLineUp = code !== 'sync/unreachable' && code !== 'sync/not-our-server';
    const look = { open: waiting + sending, answered: accepted + refused + held, isLineUp };
    this.#parts.feed.stalledSince = this.#watchdog.look(clock.now(), look) ?? '';
  }

  async acceptServerLoss(): Promise<Result<{ readonly events: number }>> {
    const { store, feed, wake } = this.#parts;
    const client = this.#client();
    if (!client) return refuse('sync/not-enrolled');
    const agreed = await lastAgreed(store, client);
    if (!agreed.ok) return refuse(agreed.error.code);
    const known = store.read((reader) => reader.safety.feedMarks({ ...all, above: agreed.value }));
    if (known.length === 0 && this.#stop !== 'server-behind') return refuse('sync/no-loss');
    const events = store.write((writer) => writer.safety.loseFeedAfter(agreed.value));
    feed.expectOwn();
    wake();
    return ok({ events });
  }

  allowMassChange(): void {
    this.#parts.feed.allowMassChange();
    this.#parts.wake();
  }

  async checkState(): ReturnType<SafetyEngine['checkState']> {
    const { store, clock, aside } = this.#parts;
    const client = this.#client();
    if (!client || !aside) return refuse('sync/not-enrolled');
    const checked = await checkStateIfDue({ store, clock, aside }, client, 'asked');
    return checked.ok ? checked : refuse(checked.error.code);
  }

  exportUnsent(): ReturnType<SafetyEngine['exportUnsent']> {
    const { store, clock, deviceId: device, bytes } = this.#parts;
    return store.read((reader) => exportUnsent(reader, bytes, { device, now: clock.now() }));
  }

  importReceipts(text: string): ReturnType<SafetyEngine['importReceipts']> {
    const { store, clock, deviceId: device } = this.#parts;
    return importReceipts(store, { device, now: clock.now() }, text);
  }

  #client(): SafetyClient | undefined {
    const enrolment = this.#parts.store.read(readEnrolment);
    return enrolment && this.#parts.clientOf(enrolment);
  }
}

const all = { below: Number.MAX_SAFE_INTEGER, most: 1 };

function refuse(code: keyof typeof errorCodes): Result<never> {
  return err([problem(code, 'error', errorCodes[code])]);
}
