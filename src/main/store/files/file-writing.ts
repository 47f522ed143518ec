import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { SNIFF_BYTES } from '#shared/files/file-kind.ts';
import { PIECE_BYTES } from '#shared/files/sealed-pieces.ts';
import { newFileKey, sealPiece } from './file-cipher.ts';
import { fileDiskError } from './file-disk.ts';

/** A whole file under its temporary name, flushed to the disk. */
export type WrittenFile = {
  readonly file: string;
  readonly sha256: string;
  readonly size: number;
  /** The first bytes, to tell its type. */
  readonly start: Uint8Array;
  readonly key: Buffer;
};

/** One file being written, encrypted as it comes; at most one piece of it is in memory. */
export class FileWriting {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #key = newFileKey();
  readonly #hash = createHash('sha256');
  /** Collects one piece; only what is not written yet. */
  readonly #piece = Buffer.allocUnsafe(PIECE_BYTES);
  readonly #start = Buffer.alloc(SNIFF_BYTES);
  #filled = 0;
  #pieces = 0;
  #size = 0;

  private constructor(file: string, handle: FileHandle) {
    this.#file = file;
    this.#handle = handle;
  }

  static async create(file: string): Promise<FileWriting> {
    try {
      return new FileWriting(file, await open(file, 'wx', 0o600));
    } catch (error) {
      throw fileDiskError(error);
    }
  }

  /** Plain bytes taken so far. */
  get size(): number {
    return this.#size;
  }

  /** The first bytes, as far as they have come. */
  get start(): Uint8Array {
    return this.#start.subarray(0, Math.min(this.#size, SNIFF_BYTES));
  }

  /** Takes the next bytes; one call at a time. @throws StoreWriteError when the disk is full */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.#size < SNIFF_BYTES) this.#start.set(bytes.subarray(0, SNIFF_BYTES - this.#size), this.#size);
    this.#hash.update(bytes);
    this.#size += bytes.length;
    for (let taken = 0; taken < bytes.length; ) {
      // A full piece is written once more bytes follow: until then it may be the last one.
      if (this.#filled === PIECE_BYTES) await this.#flushPiece(false);
      const part = bytes.subarray(taken, taken + PIECE_BYTES - this.#filled);
      this.#piece.set(part, this.#filled);
      this.#filled += part.length;
      taken += part.length;
    }
  }

  /** Flushes the end. Follow it with the vault's `keep`, or with {@link discard}. */
  async finish(): Promise<WrittenFile> {
    try {
      if (this.#filled > 0) await this.#flushPiece(true);
      await this.#handle.sync();
      await this.#handle.close();
    } catch (error) {
      await this.discard().catch(() => undefined);
      throw fileDiskError(error);
    }
    return {
      file: this.#file,
      sha256: this.#hash.digest('hex'),
      size: this.#size,
      start: this.start,
      key: this.#key,
    };
  }

  /** Forgets what was written. */
  async discard(): Promise<void> {
    await this.#handle.close();
    rmSync(this.#file, { force: true });
  }

  async #flushPiece(isLast: boolean): Promise<void> {
    const sealed = sealPiece(this.#key, this.#pieces, isLast, this.#piece.subarray(0, this.#filled));
    try {
      for (let written = 0; written < sealed.length; ) {
        const { bytesWritten } = await this.#handle.write(sealed, written);
        written += bytesWritten;
      }
    } catch (error) {
      throw fileDiskError(error);
    }
    this.#pieces += 1;
    this.#filled = 0;
  }
}
