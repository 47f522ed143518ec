import type { Store } from '#main/store/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Fault } from '../fault.ts';
import type { SafetyClient } from './safety-client.ts';

/** Marks asked at once: each round narrows the place down by this much. */
const MARKS = 100;

/** Finds the last place of the feed that this device and the city know alike; 0 when they share none. */
export async function lastAgreed(store: Store, client: SafetyClient): Promise<Result<number, Fault>> {
  let agreed = 0;
  let above = Number.MAX_SAFE_INTEGER;
  while (true) {
    const marks = store.read((reader) =>
      reader.safety.feedMarks({ above: agreed, below: above, most: MARKS }),
    );
    if (marks.length === 0) return ok(agreed);
    const reply = await client.agree(marks);
    if (!reply.ok) return reply;
    const differing = marks.filter((mark) => mark.seq > reply.value.agreed);
    agreed = Math.max(agreed, reply.value.agreed);
    above = Math.min(above, ...differing.map((mark) => mark.seq));
  }
}
