import type { Envelope } from '#shared/sync/envelope.ts';
import type { StoredEvent } from './types.ts';

/** The event as it is sent: without what only this device knows of it. */
export function envelopeOf(event: StoredEvent): Envelope {
  const { localSeq: _localSeq, feedSeq: _feedSeq, origin: _origin, ...envelope } = event;
  return envelope;
}
