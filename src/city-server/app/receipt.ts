import { hash, type KeyObject, sign } from 'node:crypto';
import { linkText, type ReceiptFacts, receiptText, type Seal, sealText } from '#shared/sync/receipt.ts';

/**
 * SHA-256 of an event as all machines write it, hex.
 * @param text its canonical JSON
 */
export function eventDigest(text: string): string {
  return hash('sha256', text, 'hex');
}

/** The next receipt of a commune's chain. A feed that lost or changed a row cannot make the same ones. */
export function makeReceipt(facts: ReceiptFacts): { readonly receipt: string; readonly link: string } {
  const link = hash('sha256', linkText(facts), 'base64url');
  return { receipt: receiptText(facts, link), link };
}

/** Signs the chain up to a link. */
export function makeSeal(
  key: KeyObject,
  about: Omit<Seal, 'signature'> & { readonly office: string; readonly link: string },
): Seal {
  const { office, link, ...range } = about;
  const signature = sign(null, Buffer.from(sealText(office, range.to, link)), key).toString('base64url');
  return { ...range, signature };
}
