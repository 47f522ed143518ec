import type { FileHandle } from 'node:fs/promises';
import { PIECE_BYTES, pieceCount, SEALED_PIECE_BYTES, sealedSize } from '#shared/files/sealed-pieces.ts';
import { openPiece } from './file-cipher.ts';
import { FileDamaged } from './file-damaged.ts';

/** One file of the vault, open for reading at any place. Close it. */
export class FileReading implements AsyncDisposable {
  readonly size: number;
  readonly #handle: FileHandle;
  readonly #key: Buffer;

  constructor(handle: FileHandle, key: Buffer, size: number) {
    this.#handle = handle;
    this.#key = key;
    this.size = size;
  }

  /**
   * Plain bytes from `offset`: `length` of them, fewer at the end of the file.
   * @throws FileDamaged when a byte is not as it was written
   */
  async read(offset: number, length: number): Promise<Buffer> {
    const end = Math.min(offset + length, this.size);
    if (offset >= end) return Buffer.alloc(0);
    const plain = Buffer.allocUnsafe(end - offset);
    for (let piece = Math.floor(offset / PIECE_BYTES); piece * PIECE_BYTES < end; piece += 1) {
      const start = piece * PIECE_BYTES;
      const opened = await this.#piece(piece);
      const from = Math.max(offset, start);
      opened.copy(plain, from - offset, from - start, Math.min(end - start, PIECE_BYTES));
    }
    return plain;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#handle.close();
  }

  async #piece(number: number): Promise<Buffer> {
    const position = number * SEALED_PIECE_BYTES;
    const isLast = number === pieceCount(this.size) - 1;
    const sealed = Buffer.allocUnsafe(isLast ? sealedSize(this.size) - position : SEALED_PIECE_BYTES);
    try {
      for (let filled = 0; filled < sealed.length; ) {
        const { bytesRead } = await this.#handle.read(
          sealed,
          filled,
          sealed.length - filled,
          position + filled,
        );
        if (bytesRead === 0) throw new Error('the file is too short');
        filled += bytesRead;
      }
      return openPiece(this.#key, number, isLast, sealed);
    } catch (error) {
      throw new FileDamaged(`piece ${number} cannot be read`, { cause: error });
    }
  }
}
