import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import { hold } from './violation.ts';

/** What an event says, without what the city adds to it. */
export type Told = {
  readonly id: string;
  readonly device: string;
  readonly kind: string;
  readonly stream: string;
  readonly payload: unknown;
};

export function digestOf(value: unknown): string {
  const plain = JSON.parse(JSON.stringify(value)) as Json;
  return createHash('sha256').update(canonicalJson(plain)).digest('hex').slice(0, 16);
}

export function toldDigest({ id, device, kind, stream, payload }: Told): string {
  return digestOf({ id, device, kind, stream, payload });
}

/** What a person attached. */
export type AttachedFile = { readonly sha256: string; readonly size: number };

type DraftMark = { readonly revision: number; readonly digest: string };
type Kept = {
  readonly written: ReadonlyMap<string, string>;
  readonly drafts: ReadonlyMap<string, DraftMark>;
  readonly files: ReadonlyMap<string, AttachedFile>;
};

/** What one machine has promised: every call it answered. */
export class PromisesOfDevice {
  /** Digest of each event it wrote and acknowledged, by id. */
  written = new Map<string, string>();
  drafts = new Map<string, DraftMark>();
  /** What was attached here, by file. */
  files = new Map<string, AttachedFile>();
  /** It was put back from its backup at some time. */
  wasRestored = false;
  #copy: Kept | undefined;

  get hasCopy(): boolean {
    return this.#copy !== undefined;
  }

  /** A backup was made now. */
  keepCopy(): void {
    const { written, drafts, files } = this;
    this.#copy = { written: new Map(written), drafts: new Map(drafts), files: new Map(files) };
  }

  /** The backup stands in the place of the database. @returns ids of the events written since */
  returnToCopy(): readonly string[] {
    const copy = this.#copy;
    if (!copy) throw new Error('there is no copy');
    const since = [...this.written.keys()].filter((id) => !copy.written.has(id));
    this.written = new Map(copy.written);
    this.drafts = new Map(copy.drafts);
    this.files = new Map(copy.files);
    this.wasRestored = true;
    return since;
  }
}

/** Knows what must be true from what was answered alone; it never asks the code under test. */
export class Model {
  readonly devices: readonly PromisesOfDevice[];
  /** Receipt and digest of what the city answered for, by event. */
  readonly taken = new Map<
    string,
    { readonly feedSeq: number; readonly receipt: string; readonly digest: string }
  >();
  /** Written after a backup that was put back, and perhaps gone with it unless the city had it. */
  readonly restoredAway = new Set<string>();
  /** Receipts of answers that a restored city forgot, by event: a device shows them until it learns of it. */
  readonly former = new Map<string, ReadonlySet<string>>();
  /** The city forgot take-overs: the same epoch may have been given to another machine. */
  #cityForgot = false;
  readonly #numbers = new Map<
    string,
    { readonly event: string; readonly entry: string; readonly device: string }
  >();
  readonly #marks = new Map<string, string>();
  readonly #lastNumbers = new Map<string, number>();
  readonly #references = new Map<string, string>();
  readonly #codes = new Map<string, string>();

  constructor(devices: number) {
    this.devices = Array.from({ length: devices }, () => new PromisesOfDevice());
  }

  device(index: number): PromisesOfDevice {
    const found = this.devices[index];
    if (!found) throw new RangeError(`no device ${index}`);
    return found;
  }

  /** A call was answered, and it wrote these events. */
  acknowledge(device: number, events: readonly Told[]): void {
    for (const event of events) {
      this.device(device).written.set(event.id, toldDigest(event));
      this.#noteNumber(event);
      this.#noteReference(event);
      this.#noteCode(event);
    }
  }

  restore(device: number): void {
    for (const id of this.device(device).returnToCopy()) this.restoredAway.add(id);
  }

  /** The city stands again where its feed ended with `head`. */
  restoreCity(head: number): void {
    this.#cityForgot = true;
    for (const [id, { feedSeq, receipt }] of this.taken) {
      if (feedSeq <= head) continue;
      this.taken.delete(id);
      this.former.set(id, new Set([...(this.former.get(id) ?? []), receipt]));
    }
  }

  /** The highest number of a book that stands on paper; 0 when none does. */
  lastNumber(bookId: string): number {
    return this.#lastNumbers.get(bookId) ?? 0;
  }

  /** A number of a book is given once in each term of custody, except where a restore made its holder forget. */
  #noteNumber({ id, kind, payload, device }: Told): void {
    if (kind === 'paper-number-noted' || kind === 'number-voided' || kind === 'number-granted') {
      const { bookId, number, epoch } = payload as { bookId: string; number: number; epoch: number };
      if (kind !== 'number-granted') this.#marks.set(`${bookId} term ${epoch} number ${number}`, id);
      this.#lastNumbers.set(bookId, Math.max(this.lastNumber(bookId), number));
    }
    if (kind !== 'entry-registered') return;
    const { entry } = payload as {
      entry: { entryId: string; bookId: string; number: number; epoch: number };
    };
    const key = `${entry.bookId} term ${entry.epoch} number ${entry.number}`;
    const marked = this.#marks.get(key);
    const isFree = marked === undefined || this.restoredAway.has(marked) || this.#cityForgot;
    const before = this.#numbers.get(key);
    // An entry kept on the compare screen is written again under its number.
    const isAgain = before === undefined || before.entry === entry.entryId;
    const isForgotten =
      before !== undefined &&
      (this.restoredAway.has(before.event) || (this.#cityForgot && before.device !== device));
    hold(isAgain || isForgotten, 'number-once', () => `${key} went to ${before?.event} and to ${id}`);
    hold(
      isFree || before?.entry === entry.entryId,
      'number-once',
      () => `${key} is marked by ${marked} and went to ${id}`,
    );
    this.#numbers.set(key, { event: id, entry: entry.entryId, device });
    this.#lastNumbers.set(entry.bookId, Math.max(this.lastNumber(entry.bookId), entry.number));
  }

  /** The reference on a citizen's slip leads to one dossier. */
  #noteReference({ kind, stream, payload }: Told): void {
    if (kind !== 'dossier-received') return;
    const { localRef } = payload as { localRef: string };
    const before = this.#references.get(localRef);
    hold(before === undefined || before === stream, 'reference-once', () => `${localRef} is on two slips`);
    this.#references.set(localRef, stream);
  }

  /** An official code is given to one dossier. */
  #noteCode({ kind, stream, payload }: Told): void {
    const { code = '' } =
      kind === 'dossier-received' || kind === 'code-assigned' ? (payload as { code?: string }) : {};
    if (code === '') return;
    const before = this.#codes.get(code);
    hold(
      before === undefined || before === stream,
      'code-once',
      () => `${code} went to ${before} and to ${stream}`,
    );
    this.#codes.set(code, stream);
  }
}
