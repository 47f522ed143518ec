/**
 * Receipts of the city, as texts; hashing and signing are done where there is a machine for it. Every accepted event
 * adds a link to its commune's chain: SHA-256, base64url, over `linkText`. The city signs the last link of what it
 * answers with Ed25519 over `sealText`, and so everything before it. Described in docs/decisions/0009.
 */

/** What one receipt says. `before` is the link of the feed sequence before it, empty for the first. */
export type ReceiptFacts = {
  readonly before: string;
  readonly office: string;
  readonly eventId: string;
  /** SHA-256 of the envelope's canonical JSON, hex. */
  readonly digest: string;
  readonly feedSeq: number;
  /** As the city wrote it, ISO 8601 UTC with milliseconds. */
  readonly acceptedAt: string;
};

/** A signature over the link of `to`: the chain from `from` on is made again from `before`. */
export type Seal = {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  /** Ed25519, base64url. */
  readonly signature: string;
};

export function linkText(facts: ReceiptFacts): string {
  const { before, office, eventId, digest, feedSeq, acceptedAt } = facts;
  return ['mot-cua-receipt-1', office, feedSeq, eventId, digest, acceptedAt, before].join('\n');
}

export function sealText(office: string, feedSeq: number, link: string): string {
  return ['mot-cua-seal-1', office, feedSeq, link].join('\n');
}

/** The receipt as it is stored and shown: `HN-CAUGIAY/123/2026-11-23T02:00:00.000Z/<link>`. */
export function receiptText(
  facts: Pick<ReceiptFacts, 'office' | 'feedSeq' | 'acceptedAt'>,
  link: string,
): string {
  return [facts.office, facts.feedSeq, facts.acceptedAt, link].join('/');
}

/** @returns undefined for a text that is no receipt of this form */
export function parseReceipt(
  text: string,
):
  | { readonly office: string; readonly feedSeq: number; readonly acceptedAt: string; readonly link: string }
  | undefined {
  const match = /^([^/]+)\/(\d+)\/([^/]+)\/([\w-]{43})$/.exec(text);
  if (!match) return undefined;
  const [, office = '', feedSeq, acceptedAt = '', link = ''] = match;
  return { office, feedSeq: Number(feedSeq), acceptedAt, link };
}

/** What the next receipt stands on: the link, or the whole text of one from before links. */
export function linkOf(receipt: string): string {
  return parseReceipt(receipt)?.link ?? receipt;
}

/** Feed sequences in order, cut where one is missing. */
export function runsOf<T extends { readonly feedSeq: number }>(
  answers: readonly T[],
): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const answer of answers.toSorted((a, b) => a.feedSeq - b.feedSeq)) {
    const run = runs.at(-1);
    const last = run?.at(-1)?.feedSeq;
    if (run && last === answer.feedSeq) continue;
    if (run && last === answer.feedSeq - 1) run.push(answer);
    else runs.push([answer]);
  }
  return runs;
}
