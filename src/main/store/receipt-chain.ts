import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import { type Envelope, envelopeSchema } from '#shared/sync/envelope.ts';
import { linkText, type ReceiptFacts, receiptText, type Seal, sealText } from '#shared/sync/receipt.ts';

/** One accepted event, as the city should have seen it. */
export type Link = Omit<ReceiptFacts, 'before'>;

/** Makes the receipts of a run of the chain again from the digests of its events. */
export function receiptsOf(
  before: string,
  run: readonly Link[],
): readonly { receipt: string; link: string }[] {
  let last = before;
  return run.map((each) => {
    const facts = { ...each, before: last };
    last = createHash('sha256').update(linkText(facts)).digest('base64url');
    return { receipt: receiptText(facts, last), link: last };
  });
}

/** @param publicKey SPKI DER in base64, pinned at enrolment */
export function isSealed(publicKey: string, office: string, seal: Seal, link: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(
      null,
      Buffer.from(sealText(office, seal.to, link)),
      key,
      Buffer.from(seal.signature, 'base64url'),
    );
  } catch {
    return false;
  }
}

/** SHA-256 of an event as the city hashes it: its envelope alone, without what only this device knows. */
export function digestOf(event: Envelope): string {
  const keys = Object.keys(envelopeSchema.shape) as (keyof Envelope)[];
  const envelope = Object.fromEntries(keys.map((key) => [key, event[key]])) as { [key: string]: Json };
  return createHash('sha256').update(canonicalJson(envelope)).digest('hex');
}
