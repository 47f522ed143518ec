import type { FileProgress, SyncConnection, SyncEngine } from '#main/ports/sync-engine.ts';
import type { Aside } from '#main/store/aside.ts';
import type { FileVault } from '#main/store/files/file-vault.ts';
import { StoreWriteError } from '#main/store/store-write-error.ts';
import type { Store } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';
import { instantFromMillis, millisOf } from '#shared/kernel/instant.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { COLUMNS_MEDIA } from '#shared/sync/listed-body.ts';
import { commonProtocol, ownProtocols, type ProtocolRange } from '#shared/sync/negotiate.ts';
import type { TakeOverRequest } from '#shared/sync/office-protocol.ts';
import { backOffMs } from './back-off.ts';
import { type CityClient, cityClient, defaultTimeouts, type Spoken, type Timeouts } from './city-client.ts';
import { enrolDevice } from './enrol-device.ts';
import { type Enrolment, readEnrolment, saveEnrolment } from './enrolment.ts';
import { type Exchange, openExchange } from './exchange.ts';
import type { Fault, FaultCode } from './fault.ts';
import { fileClient } from './file-client.ts';
import { FileDownloads } from './file-downloads.ts';
import { FileUploads } from './file-uploads.ts';
import { type OfficeClient, officeClient } from './office-client.ts';
import { Pause } from './pause.ts';
import { FeedPuller } from './pull-feed.ts';
import { PushQueue } from './push-queue.ts';
import { renewCodes } from './renew-codes.ts';
import { safetyClient } from './safety/safety-client.ts';
import { SafetyDesk } from './safety/safety-desk.ts';

export type SyncEngineOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly deviceId: string;
  readonly deviceName: string;
  /** In [0, 1): spreads retries. */
  readonly random?: () => number;
  readonly exchange?: Exchange;
  readonly timeouts?: Timeouts;
  /** How often to look for others' events while the line is up. */
  readonly pollMs?: number;
  /** The loop's rests; a test that owns time brings its own. */
  readonly rests?: Pick<Pause, 'wait' | 'cut'>;
  /** Where the bytes of attached files lie; without it none are sent or fetched. */
  readonly vault?: FileVault;
  /** Cap on sending files; 0 for none. */
  readonly uploadKilobitsPerSecond?: () => number;
  /** Enrols at a plain http address beyond this machine too. */
  readonly allowPlainHttp?: boolean | undefined;
  /** What this end speaks. */
  readonly protocols?: ProtocolRange;
  /** Sums up the whole state beside the core; without it none is made. */
  readonly aside?: Pick<Aside, 'stateSum'>;
  /** Told of bugs the loop survived. */
  readonly report?: (error: unknown) => void;
};

const POLL_MS = 30_000;
/** How long `stop` waits for a request in flight before it is cut; what it carried is sent again next time. */
const STOP_GRACE_MS = 3_000;

/** The loop that carries events to the city and back. One per store. */
export function createSyncEngine(options: SyncEngineOptions): SyncEngine {
  return new Engine(options);
}

type Shown = Pick<SyncConnection, 'connection' | 'message' | 'lastTriedAt' | 'nextTryAt'>;

class Engine implements SyncEngine {
  readonly #options: SyncEngineOptions;
  readonly #exchange: Exchange;
  readonly #timeouts: Timeouts;
  readonly #queue: PushQueue;
  readonly #feed: FeedPuller;
  readonly #uploads: FileUploads | undefined;
  readonly #downloads: FileDownloads | undefined;
  readonly safety: SafetyDesk;
  readonly #pause: Pick<Pause, 'wait' | 'cut'>;
  readonly #listeners = new Set<() => void>();
  #shown: Shown = { connection: 'offline', message: '', lastTriedAt: '', nextTryAt: '' };
  #running: Promise<void> | undefined;
  #stopping = false;
  /** Work wakes the loop while it rests, but never cuts a back-off short. */
  #restingOnline = false;
  /** A click or an enrolment: no rest before the next round. */
  #hurry = false;
  #spoken: Spoken = { protocol: ownProtocols.max, columns: false };
  #mustProbe = true;
  #mustRecover = true;
  #lineWasDown = false;
  #failures = 0;

  constructor(options: SyncEngineOptions) {
    this.#options = options;
    this.#pause = options.rests ?? new Pause();
    this.#exchange = options.exchange ?? openExchange();
    this.#timeouts = options.timeouts ?? defaultTimeouts;
    this.#queue = new PushQueue(options.store, options.clock);
    this.#feed = new FeedPuller(options.store, options.clock);
    this.safety = new SafetyDesk({
      store: options.store,
      clock: options.clock,
      deviceId: options.deviceId,
      feed: this.#feed,
      bytes: options.vault,
      aside: options.aside,
      clientOf: (enrolment) => safetyClient(this.#exchange, enrolment, this.#timeouts),
      wake: () => this.#wake(),
      onChange: () => this.#tell(),
    });
    const { store, vault, uploadKilobitsPerSecond: kilobitsPerSecond = () => 0 } = options;
    if (!vault) return;
    const onProgress = (): void => this.#tell();
    this.#uploads = new FileUploads({ store, vault, kilobitsPerSecond, onProgress });
    this.#downloads = new FileDownloads(store, vault);
  }

  status(): SyncConnection {
    return this.#options.store.read((reader) => {
      const enrolment = readEnrolment(reader);
      const { lastContactAt } = reader.syncCursor();
      if (!enrolment) return { ...this.#shown, ...notEnrolled, lastContactAt, city: '' };
      return { ...this.#shown, lastContactAt, city: enrolment.cityUrl };
    });
  }

  retry(eventId?: string): void {
    this.#options.store.write((writer) => {
      writer.requeue(eventId === undefined ? 'all' : [eventId]);
      if (eventId === undefined) {
        writer.files.requeue();
        writer.safety.requeueOffers();
      }
    });
    this.#wake();
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#pause.cut();
    this.#uploads?.stop();
    const cut = setTimeout(() => this.#exchange.close(), STOP_GRACE_MS);
    await this.#running;
    clearTimeout(cut);
    this.#exchange.close();
    this.#listeners.clear();
  }

  async enrol(cityUrl: string, code: string): ReturnType<SyncEngine['enrol']> {
    const { store, deviceId: device, deviceName, allowPlainHttp } = this.#options;
    const request = { cityUrl, code, device, deviceName, allowPlainHttp };
    const enrolled = await enrolDevice(store, this.#exchange, this.#timeouts, request);
    if (enrolled.ok) this.#wake();
    return enrolled;
  }

  fileProgress(): FileProgress | undefined {
    return this.#uploads?.progress();
  }

  async fetchFile(sha256: string): ReturnType<SyncEngine['fetchFile']> {
    const enrolment = this.#options.store.read(readEnrolment);
    if (!enrolment || !this.#downloads) return err('sync/not-enrolled');
    return this.#downloads.fetch(fileClient(this.#exchange, enrolment, this.#timeouts), sha256);
  }

  async takeOver(request: TakeOverRequest): ReturnType<SyncEngine['takeOver']> {
    const reply = await this.#ask((office) => office.takeOver(request));
    if (reply.ok) this.#wake();
    return reply;
  }

  dayAtCity(day: string, detail: boolean): ReturnType<SyncEngine['dayAtCity']> {
    return this.#ask((office) => office.day(day, detail));
  }

  async #ask<T>(
    question: (office: OfficeClient) => Promise<Result<T, Fault>>,
  ): Promise<Result<T, ErrorCode>> {
    const enrolment = this.#options.store.read(readEnrolment);
    if (!enrolment) return err('sync/not-enrolled');
    const reply = await question(officeClient(this.#exchange, enrolment, this.#timeouts));
    return reply.ok ? reply : err(reply.error.code);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #run(): Promise<void> {
    const stopListening = this.#options.store.onCommit((topics) => {
      if (this.#restingOnline && topics.has('sync') && this.#queue.hasWork()) this.#pause.cut();
    });
    while (!this.#stopping) await this.#rest(await this.#attempt());
    stopListening();
  }

  /** One round, whatever happens in it. @returns how long to rest, undefined for until woken */
  async #attempt(): Promise<number | undefined> {
    const { store, random = Math.random, pollMs = POLL_MS, report = warn } = this.#options;
    const enrolment = store.read(readEnrolment);
    if (!enrolment) return undefined;
    let outcome: Result<void, Fault>;
    try {
      outcome = await this.#round(enrolment);
    } catch (error) {
      const isDisk = error instanceof StoreWriteError;
      if (!isDisk) report(error);
      outcome = err({ code: isDisk ? error.code : 'request/internal' });
    }
    this.safety.roundEnded(outcome);
    if (outcome.ok) {
      this.#failures = 0;
      this.#show({ connection: 'online', message: '', nextTryAt: '' });
      return pollMs;
    }
    this.#mustProbe = true;
    this.#mustRecover = true;
    this.#failures += 1;
    const delay = backOffMs(this.#failures, outcome.error, random());
    this.#showFault(outcome.error, delay);
    return delay;
  }

  async #round(known: Enrolment): Promise<Result<void, Fault>> {
    const enrolment = known.receiptKey === undefined ? await this.#pinKey(known) : ok(known);
    if (!enrolment.ok) return enrolment;
    this.#shown = { ...this.#shown, lastTriedAt: this.#options.clock.now() };
    if (this.#mustRecover) {
      this.#queue.recover();
      this.#feed.expectOwn();
    }
    this.#mustRecover = false;
    if (this.#mustProbe) {
      const probe = cityClient(this.#exchange, enrolment.value, this.#timeouts);
      const probed = await this.#probe(probe, enrolment.value);
      if (!probed.ok) return probed;
    }
    const goOn = (): boolean => !this.#stopping;
    if (this.#queue.hasWork()) this.#show({ connection: 'syncing', message: '', nextTryAt: '' });
    const client = cityClient(this.#exchange, enrolment.value, this.#timeouts, this.#spoken);
    const carried = await this.#carry(client, enrolment.value, goOn);
    if (!carried.ok) return carried;
    const { store, clock } = this.#options;
    if (goOn()) await renewCodes(store, clock, officeClient(this.#exchange, enrolment.value, this.#timeouts));
    return this.#sendFiles(enrolment.value);
  }

  /** Everything new both ways: what others did first, for what is sent may stand on it. */
  async #carry(client: CityClient, enrolment: Enrolment, goOn: () => boolean): Promise<Result<void, Fault>> {
    const safety = safetyClient(this.#exchange, enrolment, this.#timeouts, this.#spoken.protocol);
    const between = async () => (this.#queue.hasWork() ? this.#queue.drain(client, goOn) : ok(undefined));
    const steps = [
      () => this.safety.before(safety, { goOn, between }),
      () => this.#feed.catchUp(client, goOn),
      () => this.safety.offer(safety, goOn),
      () => this.#queue.drain(client, goOn),
      () => this.safety.after(safety, enrolment),
    ];
    for (const step of steps) {
      const done = goOn() ? await step() : ok(undefined);
      if (!done.ok) return done;
    }
    return ok(undefined);
  }

  /** A machine enrolled before receipts were signed; the server's identity is already pinned. */
  async #pinKey(known: Enrolment): Promise<Result<Enrolment, Fault>> {
    const health = await cityClient(this.#exchange, known, this.#timeouts).probe();
    if (!health.ok) return health;
    const enrolment = { ...known, receiptKey: health.value.receiptKey };
    this.#options.store.write((writer) => saveEnrolment(writer, enrolment));
    return ok(enrolment);
  }

  async #probe(client: CityClient, { receiptKey }: Enrolment): Promise<Result<void, Fault>> {
    const health = await client.probe();
    if (!health.ok) {
      this.#lineWasDown = true;
      return health;
    }
    if (health.value.receiptKey !== receiptKey) return err({ code: 'sync/wrong-server' });
    const agreed = commonProtocol(this.#options.protocols ?? ownProtocols, health.value.protocol);
    if (agreed === undefined) return err({ code: 'sync/version-skew' });
    const columns = health.value.reads?.includes(COLUMNS_MEDIA) === true;
    this.#spoken = { protocol: agreed, columns };
    this.#mustProbe = false;
    // The line is back, so counting starts anew; a server that answers probes and fails pushes keeps its back-off.
    if (this.#lineWasDown) this.#failures = 0;
    this.#lineWasDown = false;
    return ok(undefined);
  }

  /** Until all are sent, an event waits, or it is time to look for others' events again. */
  async #sendFiles(enrolment: Enrolment): Promise<Result<void, Fault>> {
    if (!this.#uploads) return ok(undefined);
    const until = performance.now() + (this.#options.pollMs ?? POLL_MS);
    const goOn = (): boolean => !this.#stopping && !this.#queue.hasWork() && performance.now() < until;
    return this.#uploads.drain(fileClient(this.#exchange, enrolment, this.#timeouts), goOn);
  }

  async #rest(milliseconds: number | undefined): Promise<void> {
    if (this.#hurry || this.#stopping) {
      this.#hurry = false;
      return;
    }
    this.#restingOnline = this.#failures === 0;
    // What was committed while the round ended would otherwise wait for the next poll.
    const hasWork = (): boolean => this.#queue.hasWork() || this.#uploads?.hasWork() === true;
    const more = this.#restingOnline && milliseconds !== undefined && hasWork();
    if (!more) await this.#pause.wait(milliseconds);
    this.#restingOnline = false;
    this.#hurry = false;
  }

  #wake(): void {
    this.#failures = 0;
    this.#hurry = true;
    this.#pause.cut();
    this.#tell();
  }

  #showFault(fault: Fault, delay: number): void {
    const { clock } = this.#options;
    this.#show({
      connection: connectionAt[fault.code] ?? 'error',
      message: errorCodes[fault.code],
      nextTryAt: instantFromMillis(millisOf(clock.now()) + delay),
    });
  }

  #show(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Anything else is an error. */
const connectionAt: Partial<Record<FaultCode, SyncConnection['connection']>> = {
  'sync/unreachable': 'offline',
  'sync/not-our-server': 'offline',
  'sync/server-busy': 'busy',
};

const notEnrolled = { connection: 'not-enrolled', message: errorCodes['sync/not-enrolled'] } as const;

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
