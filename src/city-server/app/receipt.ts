import { createHash, createHmac } from 'node:crypto';
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import type { Envelope } from '#shared/sync/envelope.ts';

/** SHA-256 of an event as all machines write it, hex. */
export function eventDigest(envelope: Envelope): string {
  return createHash('sha256')
    .update(canonicalJson(envelope as unknown as Json))
    .digest('hex');
}

/**
 * Proof that the city took an event at a place in the feed: `HN-CAUGIAY/123/` and 32 hex digits keyed by the
 * server. Each takes in the one before it, so a feed that lost or changed a row cannot make the same receipts.
 */
export function makeReceipt(
  key: Buffer,
  facts: {
    readonly before: string;
    readonly office: string;
    readonly feedSeq: number;
    readonly digest: string;
    readonly acceptedAt: string;
  },
): string {
  const { before, office, feedSeq, digest, acceptedAt } = facts;
  const seal = createHmac('sha256', key)
    .update([before, office, feedSeq, digest, acceptedAt].join('\n'))
    .digest('hex');
  return `${office}/${feedSeq}/${seal.slice(0, 32)}`;
}
