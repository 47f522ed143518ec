/** Bytes that come once and in order, asked for by how many are wanted. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /**
   * Everything up to the next newline or the end, without it.
   * @returns undefined when it is longer than `most` bytes
   */
  async line(most: number): Promise<string | undefined> {
    const parts: Buffer[] = [];
    for (let length = 0; length <= most; ) {
      const end = this.#held.indexOf(NEWLINE);
      const part = end < 0 ? this.#held : this.#held.subarray(0, end);
      parts.push(part);
      length += part.length;
      if (end >= 0) {
        this.#held = this.#held.subarray(end + 1);
        return Buffer.concat(parts).toString('utf8');
      }
      if (!(await this.#next())) return Buffer.concat(parts).toString('utf8');
    }
    return undefined;
  }

  /** Exactly so many bytes; undefined when the end comes before. */
  async take(length: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (let missing = length; missing > 0; ) {
      if (this.#held.length === 0 && !(await this.#next())) return undefined;
      const part = this.#held.subarray(0, missing);
      this.#held = this.#held.subarray(part.length);
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  async #next(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    this.#held = done ? Buffer.alloc(0) : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return !done;
  }
}

const NEWLINE = 0x0a;
