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

type DraftMark = { readonly revision: number; readonly digest: string };
type Kept = {
  readonly written: ReadonlyMap<string, string>;
  readonly drafts: ReadonlyMap<string, DraftMark>;
};

/** What one machine has promised: every call it answered. */
export class PromisesOfDevice {
  /** Digest of each event it wrote and acknowledged, by id. */
  written = new Map<string, string>();
  drafts = new Map<string, DraftMark>();
  #copy: Kept | undefined;

  get hasCopy(): boolean {
    return this.#copy !== undefined;
  }

  /** A backup was made now. */
  keepCopy(): void {
    this.#copy = { written: new Map(this.written), drafts: new Map(this.drafts) };
  }

  /** The backup stands in the place of the database. @returns ids of the events written since */
  returnToCopy(): readonly string[] {
    const copy = this.#copy;
    if (!copy) throw new Error('there is no copy');
    const since = [...this.written.keys()].filter((id) => !copy.written.has(id));
    this.written = new Map(copy.written);
    this.drafts = new Map(copy.drafts);
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
  readonly #numbers = new Map<string, string>();
  readonly #references = new Map<string, string>();

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
    }
  }

  restore(device: number): void {
    for (const id of this.device(device).returnToCopy()) this.restoredAway.add(id);
  }

  /** A number of a book is given once in each term of custody, except where a restore made its holder forget. */
  #noteNumber({ id, kind, payload }: Told): void {
    if (kind !== 'entry-registered') return;
    const { entry } = payload as { entry: { bookId: string; number: number; epoch: number } };
    const key = `${entry.bookId} term ${entry.epoch} number ${entry.number}`;
    const before = this.#numbers.get(key);
    const forgotten = before !== undefined && this.restoredAway.has(before);
    hold(before === undefined || forgotten, 'number-once', () => `${key} went to ${before} and to ${id}`);
    this.#numbers.set(key, id);
  }

  /** The reference on a citizen's slip leads to one dossier. */
  #noteReference({ kind, stream, payload }: Told): void {
    if (kind !== 'dossier-received') return;
    const { localRef } = payload as { localRef: string };
    const before = this.#references.get(localRef);
    hold(before === undefined || before === stream, 'reference-once', () => `${localRef} is on two slips`);
    this.#references.set(localRef, stream);
  }
}
