import type { Envelope } from '#shared/sync/envelope.ts';
import { parseReceipt, type Seal } from '#shared/sync/receipt.ts';
import type { Connection } from './connection.ts';
import { digestOf, isSealed, type Link, receiptsOf } from './receipt-chain.ts';
import { readSeals } from './seals.ts';

export type ReceiptCheck = {
  /** Events written on this machine that the city accepted. */
  readonly own: number;
  /** Of them, those a signature of the city proves. */
  readonly proved: number;
  /** Feed sequences whose receipt, or the signature over it, does not follow from what is stored. */
  readonly broken: readonly number[];
};

/**
 * Proves the receipts of a database by its own contents and the pinned public key, without the city: every link is
 * made again from its event and the link before it, and a signature proves the whole run that ends with it.
 */
export function verifyReceipts(connection: Connection, publicKey: string): ReceiptCheck {
  const seals = readSeals(connection);
  const befores = new Map(seals.map((seal) => [seal.from, seal.before]));
  /** Links that follow, by feed sequence, with whether the event was written here. */
  const sound = new Map<number, { readonly link: string; readonly isOwn: boolean }>();
  const broken = new Set<number>();
  let [own, office, last] = [0, '', { feedSeq: 0, link: '' }];
  for (const row of acceptedRows(connection)) {
    const { feedSeq, receipt, isOwn, envelope } = row;
    const given = parseReceipt(receipt);
    const before = last.feedSeq === feedSeq - 1 ? last.link : befores.get(feedSeq);
    const made = given && before !== undefined ? receiptsOf(before, [linkOf(row, given)])[0] : undefined;
    if (made && made.receipt === receipt) sound.set(feedSeq, { link: made.link, isOwn });
    else if (made) broken.add(feedSeq);
    if (isOwn) own += 1;
    office = envelope.office;
    last = { feedSeq, link: given?.link ?? receipt };
  }
  const proved = new Set<number>();
  for (const seal of seals) {
    const isRight = isSealed(publicKey, office, seal, sound.get(seal.to)?.link ?? '');
    if (!isRight) broken.add(seal.to);
    else for (const seq of soundRun(sound, seal)) proved.add(seq);
  }
  const ownProved = [...proved].filter((seq) => sound.get(seq)?.isOwn === true).length;
  return { own, proved: ownProved, broken: [...broken].toSorted((a, b) => a - b) };
}

function linkOf({ envelope, feedSeq }: AcceptedRow, { acceptedAt }: { readonly acceptedAt: string }): Link {
  return { office: envelope.office, eventId: envelope.id, digest: digestOf(envelope), feedSeq, acceptedAt };
}

/** From the end of a seal back to its beginning, as far as every link follows. */
function soundRun(sound: ReadonlyMap<number, unknown>, seal: Seal): readonly number[] {
  const run: number[] = [];
  for (let seq = seal.to; seq >= seal.from && sound.has(seq); seq -= 1) run.push(seq);
  return run;
}

type AcceptedRow = {
  readonly feedSeq: number;
  readonly receipt: string;
  readonly isOwn: boolean;
  readonly envelope: Envelope;
};

/** One at a time: an office's log need not fit into memory. */
function* acceptedRows({ sqlite }: Connection): Generator<AcceptedRow> {
  const rows = sqlite
    .prepare(
      `SELECT id, office, device, device_seq AS deviceSeq, kind, version, stream, base, actor, at, clock, payload,
         feed_seq AS feedSeq, receipt, origin FROM events WHERE feed_seq IS NOT NULL ORDER BY feed_seq`,
    )
    .iterate() as IterableIterator<Row>;
  for (const { feedSeq, receipt, origin, payload, ...rest } of rows) {
    const envelope = { ...rest, payload: JSON.parse(payload) as Envelope['payload'] };
    yield { feedSeq, receipt, isOwn: origin === 'here', envelope };
  }
}

type Row = Omit<Envelope, 'payload'> & {
  readonly payload: string;
  readonly feedSeq: number;
  readonly receipt: string;
  readonly origin: string;
};
