import { FILE_REQUEST_BYTES } from '#shared/files/file-limits.ts';

const SMALLEST = 64 * 1024;
/** A request that takes longer than this is made smaller, so that a line that breaks loses little. */
const COMFORTABLE_MS = 4_000;
const QUICK_MS = 1_000;
/** Under a cap, a request carries about this much time's worth, so that the line is not filled in bursts. */
const CAPPED_MS = 500;

/** How many bytes go into one request, from how the ones before went. */
export class UploadPace {
  #bytes = 2 * SMALLEST;

  /** @param kilobitsPerSecond the cap; 0 for none */
  next(kilobitsPerSecond: number): number {
    if (kilobitsPerSecond === 0) return this.#bytes;
    return Math.max(4 * 1024, Math.min(this.#bytes, Math.floor((kilobitsPerSecond * CAPPED_MS) / 8)));
  }

  carried(elapsedMs: number): void {
    if (elapsedMs < QUICK_MS) this.#bytes = Math.min(FILE_REQUEST_BYTES, this.#bytes * 2);
    if (elapsedMs > COMFORTABLE_MS) this.#bytes = Math.max(SMALLEST, this.#bytes / 2);
  }

  failed(): void {
    this.#bytes = Math.max(SMALLEST, this.#bytes / 2);
  }
}

/** How long to rest after so many bytes so that the cap holds on average. */
export function restMs(bytes: number, elapsedMs: number, kilobitsPerSecond: number): number {
  if (kilobitsPerSecond === 0) return 0;
  return Math.max(0, Math.round((bytes * 8) / kilobitsPerSecond - elapsedMs));
}
