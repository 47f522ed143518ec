import type { Fact } from '#shared/dossiers/events.ts';
import { parseFact } from '#shared/dossiers/parse-fact.ts';
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Envelope } from '#shared/sync/envelope.ts';

/** An event with what is made of it once and looked at by every step until it is kept. */
export type ReadEvent = {
  readonly envelope: Envelope;
  /** Its canonical JSON: what the digest is of. */
  readonly text: string;
  /** Its payload by the schema of its kind. */
  readonly fact: Result<Fact>;
};

export function readEvent(envelope: Envelope): ReadEvent {
  return {
    envelope,
    text: canonicalJson(envelope as unknown as Json),
    fact: parseFact(envelope),
  };
}
