import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#shared/kernel/clock.ts';
import { envelopeOf } from '../envelope-of.ts';
import type { KeptBytes } from '../files/kept-bytes.ts';
import { seal } from '../safety/sealed-box.ts';
import type { Store } from '../types.ts';
import { copyBytes, type MissingBytes } from './copied-bytes.ts';
import { type CopiedFile, markOf, officeContent } from './copy-content.ts';
import {
  listSegments,
  OFFICE_FILE,
  ownFolder,
  removeSegments,
  type Segment,
  segmentName,
  writeSealed,
} from './copy-files.ts';
import { newRecoveryCode, recoveryKeyOf } from './recovery-code.ts';

export type SecondCopyStatus = {
  /** Empty when no copy is made. */
  readonly folder: string;
  /** Unsent events the copy does not hold yet. */
  readonly behind: number;
  /** Attached files the copy does not hold yet, as last looked. */
  readonly missing: MissingBytes;
  readonly lastWrittenAt: string;
  /** Whether the last attempt failed: the medium is away, full, or not writable. */
  readonly failed: boolean;
};

/** Setting. The recovery code itself is kept nowhere. */
type Chosen = { readonly folder: string; readonly publicKey: string; readonly id: string };
const CHOSEN = 'secondCopy';

/** After a commit, so that a burst of commits is one file. */
const DELAY_MS = 1_500;
const RETRY_MS = 30_000;
const CLOSING_MS = 3_000;
const EVENTS_PER_SEGMENT = 2_000;
const MOST_SEGMENTS = 100;

/**
 * Keeps a sealed copy of unsent work in another folder: another disk, or a share of another PC. It is written a
 * moment after each commit; events that the city has taken leave it again.
 */
export class SecondCopy {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #bytes: KeptBytes;
  readonly #about: { readonly device: string; readonly deviceName: string };
  readonly #onFault: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopListening = (): void => {};
  readonly #listeners = new Set<() => void>();
  /** What lies in the folder; undefined until it has been looked at. */
  #segments: Segment[] | undefined;
  #covered = 0;
  #officeMark = '';
  #lastWrittenAt = '';
  #failed = false;
  #missing: MissingBytes = { files: 0, bytes: 0 };
  #stopping = false;

  constructor(parts: {
    readonly store: Store;
    readonly clock: Clock;
    /** Where attached files lie. */
    readonly bytes: KeptBytes;
    readonly device: string;
    readonly deviceName: string;
    readonly onFault: (error: unknown) => void;
  }) {
    this.#store = parts.store;
    this.#clock = parts.clock;
    this.#bytes = parts.bytes;
    this.#about = { device: parts.device, deviceName: parts.deviceName };
    this.#onFault = parts.onFault;
  }

  start(): void {
    this.#stopListening = this.#store.onCommit(() => this.#wait(DELAY_MS));
    this.#wait(0);
  }

  async stop(): Promise<void> {
    this.#stopListening();
    clearTimeout(this.#timer);
    // Events and drafts are still written; a file that is left is copied after the next start.
    this.#stopping = true;
    await Promise.race([this.flush(), sleep(CLOSING_MS, undefined, { ref: false })]);
  }

  /**
   * Chooses another folder; an empty one ends the copy.
   * @returns the recovery code when there was none before or a new one is asked for: shown once, kept nowhere
   */
  choose(folder: string, asksNewCode: boolean): string {
    const before = this.#chosen();
    const code = before && !asksNewCode ? '' : newRecoveryCode();
    const publicKey = code === '' ? (before?.publicKey ?? '') : recoveryKeyOf(code).publicKey;
    const chosen: Chosen = { folder, publicKey, id: this.#about.device };
    this.#store.write((writer) => writer.saveSetting(CHOSEN, chosen));
    this.#segments = undefined;
    this.#officeMark = '';
    // Files sealed for the code before are of no use any more and are written anew.
    this.#covered = 0;
    this.#isRewriting = code !== '';
    this.#wait(0);
    return code;
  }

  status(): SecondCopyStatus {
    const { folder = '' } = this.#chosen() ?? {};
    const behind =
      folder === ''
        ? 0
        : this.#store.read((reader) => reader.safety.unsentAfter(this.#covered, EVENTS_PER_SEGMENT).length);
    return {
      folder,
      behind,
      missing: this.#missing,
      lastWrittenAt: this.#lastWrittenAt,
      failed: this.#failed,
    };
  }

  /** Told whenever `status()` may answer differently, commits apart. Returns the way to stop listening. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes what is not there yet; never throws. */
  flush(): Promise<void> {
    this.#running = this.#running.then(() => this.#tryWrite());
    return this.#running;
  }

  #isRewriting = false;

  #chosen(): Chosen | undefined {
    return this.#store.read((reader) => reader.setting<Chosen>(CHOSEN));
  }

  #wait(milliseconds: number): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, milliseconds);
    this.#timer.unref();
  }

  async #tryWrite(): Promise<void> {
    const chosen = this.#chosen();
    const office = this.#store.read((reader) => reader.setting<{ readonly id: string }>('office'))?.id;
    if (!chosen || chosen.folder === '' || office === undefined) return;
    try {
      await this.#write(chosen, office);
      this.#failed = false;
    } catch (error) {
      if (!this.#failed) this.#onFault(error);
      this.#failed = true;
      // Another medium may be in its place next time.
      this.#segments = undefined;
      this.#officeMark = '';
      this.#wait(RETRY_MS);
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  async #write(chosen: Chosen, office: string): Promise<void> {
    const folder = await ownFolder(chosen.folder, office, this.#about.device);
    const segments = this.#segments ?? [...(await listSegments(folder))];
    const outdated = this.#isRewriting ? segments.splice(0) : [];
    const { firstUnsent } = this.#store.read((reader) => reader.safety.logExtent());
    const isTorn = segments.length > MOST_SEGMENTS || startsAfter(segments, firstUnsent);
    if (isTorn) outdated.push(...segments.splice(0));
    this.#covered = segments.at(-1)?.to ?? Math.max(0, firstUnsent - 1);
    await this.#writeEvents(folder, chosen, office, segments);
    const files = await this.#writeOffice(folder, chosen, office);
    const sent = segments.filter(({ to }) => firstUnsent === 0 || to < firstUnsent);
    const current = new Set(segments.map(segmentName));
    const stale = [...sent, ...outdated.filter((each) => !current.has(segmentName(each)))];
    await removeSegments(folder, stale);
    this.#segments = segments.filter((each) => !sent.includes(each));
    this.#isRewriting = false;
    const goOn = (): boolean => !this.#stopping;
    await copyBytes(folder, files, this.#bytes, goOn, (missing) => {
      this.#missing = missing;
      this.#tell();
    });
  }

  async #writeEvents(folder: string, chosen: Chosen, office: string, segments: Segment[]): Promise<void> {
    while (true) {
      const { events, last } = this.#store.read((reader) => ({
        events: reader.safety.unsentAfter(this.#covered, EVENTS_PER_SEGMENT),
        last: reader.safety.logExtent().last,
      }));
      const to = events.length < EVENTS_PER_SEGMENT ? last : (events.at(-1)?.localSeq ?? last);
      if (events.length > 0) {
        const segment = { from: this.#covered + 1, to };
        await this.#put(folder, segmentName(segment), chosen, office, { events: events.map(envelopeOf) });
        segments.push(segment);
      }
      this.#covered = Math.max(this.#covered, to);
      if (events.length < EVENTS_PER_SEGMENT) return;
    }
  }

  /** @returns the attached files whose bytes belong beside it */
  async #writeOffice(folder: string, chosen: Chosen, office: string): Promise<readonly CopiedFile[]> {
    const content = this.#store.read((reader) => officeContent(reader, this.#about, this.#bytes));
    const mark = markOf(content);
    if (mark !== this.#officeMark) await this.#put(folder, OFFICE_FILE, chosen, office, content);
    this.#officeMark = mark;
    return content.files ?? [];
  }

  async #put(folder: string, name: string, chosen: Chosen, office: string, content: unknown): Promise<void> {
    const createdAt = this.#clock.now();
    const header = {
      purpose: 'second-copy',
      office,
      device: this.#about.device,
      id: chosen.id,
      createdAt,
    } as const;
    await writeSealed(folder, name, seal(header, content, chosen.publicKey));
    this.#lastWrittenAt = createdAt;
  }
}

/** Events below what the copy holds are unsent again, as after the loss of a server's feed. */
function startsAfter(segments: readonly Segment[], firstUnsent: number): boolean {
  const [first] = segments;
  return first !== undefined && firstUnsent > 0 && firstUnsent < first.from;
}
