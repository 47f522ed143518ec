import { envelopeOf } from '#main/store/envelope-of.ts';
import type { StoredEvent } from '#main/store/types.ts';
import { MAX_BATCH_BYTES } from '#shared/sync/protocol.ts';

export type Batch = {
  readonly events: readonly StoredEvent[];
  /** The envelopes as JSON, in the same order. */
  readonly texts: readonly string[];
};

/** A batch as it goes over the line. */
export type PackedBatch = {
  readonly events: readonly StoredEvent[];
  readonly type: string;
  /** A zstd frame. */
  readonly body: Buffer;
};

/** The longest head of the queue within the bytes of a batch; a single event may exceed them by itself. */
export function fitBatch(queue: readonly StoredEvent[]): Batch {
  const texts: string[] = [];
  let bytes = 0;
  for (const event of queue) {
    const text = JSON.stringify(envelopeOf(event));
    bytes += Buffer.byteLength(text);
    if (texts.length > 0 && bytes > MAX_BATCH_BYTES) break;
    texts.push(text);
  }
  return { events: queue.slice(0, texts.length), texts };
}
