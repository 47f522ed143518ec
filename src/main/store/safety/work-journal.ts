import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

/** A step that was answered to a window: ids and kinds, never a name. */
export type NotedStep =
  | {
      readonly what: 'event';
      readonly id: string;
      readonly kind: string;
      readonly stream: string;
      readonly actor: string;
      readonly at: string;
    }
  | {
      readonly what: 'draft';
      readonly id: string;
      /** 0 once it is received or thrown away. */
      readonly revision: number;
      readonly actor: string;
      readonly at: string;
    };

/** A draft that was received or thrown away: nobody is to miss it. */
export function isDraftEnd(step: NotedStep): boolean {
  return step.what === 'draft' && step.revision === 0;
}

/** More than a write-ahead log holds between two checkpoints. */
const MOST_BYTES = 256 * 1024;

/**
 * What was committed last, beside the database: a log that is cut off loses its last commits, and SQLite cannot tell
 * them from transactions that never ended. It is not flushed, so that it costs one write call and never tells of
 * more than the database had; after a power cut it may tell of less.
 */
export class WorkJournal {
  readonly #file: string;
  readonly #key: Buffer;
  #handle: number | undefined;
  #bytes = 0;

  /** @param file beside the database @param key of the database: each line is encrypted under one derived from it */
  constructor(file: string, key: Buffer) {
    this.#file = file;
    this.#key = Buffer.from(hkdfSync('sha256', key, '', 'mot-cua-ho-tich last work', 32));
  }

  /** What an earlier process noted; a line that was cut is left out. */
  read(): readonly NotedStep[] {
    if (!existsSync(this.#file)) return [];
    return readFileSync(this.#file, 'utf8')
      .split('\n')
      .flatMap((line) => this.#open(line));
  }

  /** Called after the commit, for the end of a draft before it. A journal that cannot be written is no reason to refuse what was saved. */
  note(steps: readonly NotedStep[]): void {
    if (steps.length === 0) return;
    const text = steps.map((step) => `${this.#seal(step)}\n`).join('');
    try {
      const handle = this.#handleOf();
      if (this.#bytes > MOST_BYTES) this.#forgetHalf(handle);
      this.#bytes += writeSync(handle, text);
    } catch {
      this.close();
    }
  }

  /** Begins anew: what it told is dealt with. */
  clear(): void {
    try {
      ftruncateSync(this.#handleOf(), 0);
      this.#bytes = 0;
    } catch {
      this.close();
    }
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  #handleOf(): number {
    if (this.#handle !== undefined) return this.#handle;
    this.#handle = openSync(this.#file, 'a', 0o600);
    this.#bytes = fstatSync(this.#handle).size;
    return this.#handle;
  }

  #forgetHalf(handle: number): void {
    const lines = readFileSync(this.#file, 'utf8').split('\n');
    const kept = lines.slice(Math.floor(lines.length / 2)).join('\n');
    ftruncateSync(handle, 0);
    this.#bytes = writeSync(handle, kept);
  }

  #seal(step: NotedStep): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(step)), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** Nothing for a line that was cut, or written under another key. */
  #open(line: string): readonly NotedStep[] {
    const bytes = Buffer.from(line, 'base64');
    if (bytes.length <= 28) return [];
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
      return [JSON.parse(text.toString()) as NotedStep];
    } catch {
      return [];
    }
  }
}
