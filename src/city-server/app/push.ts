import type { KeyObject } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { closedBy, type Fact, isBookEventKind } from '#shared/dossiers/events.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { Answer } from '#shared/sync/protocol.ts';
import type { Seal } from '#shared/sync/receipt.ts';
import type { Database } from '../store/database.ts';
import { type EntryNumber, type Ledger, numberKey, openLedger } from '../store/ledger.ts';
import { type NotTaken, saveBatch } from '../store/save-batch.ts';
import type { AcceptedEvent } from '../store/save-feed.ts';
import type { Catalogues } from './catalogues.ts';
import { isRegisterNumber } from './check-entry-number.ts';
import { judgeEvent } from './judge-event.ts';
import { readEnvelope } from './read-envelope.ts';
import type { ReadEvent } from './read-event.ts';
import { eventDigest, makeReceipt } from './receipt.ts';
import { sealFeed } from './seal-feed.ts';
import { type Accepted, held, type Rejected, refused, type Verdict } from './verdict.ts';

export type Sender = {
  readonly office: string;
  readonly device: string;
  /** Events this server wrote itself, offered by a device that kept them. */
  readonly isCity?: boolean;
};

export type PushContext = {
  readonly database: Database;
  readonly signingKey: KeyObject;
  readonly catalogues: Catalogues;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
};

type RawEvent = { readonly id: string; readonly [key: string]: unknown };

/**
 * Takes a batch in one transaction under the commune's lock: the feed has no gap, and what is answered is kept.
 * @returns one answer per event, in the order of the batch, and the city's signatures over those it took; a repeat
 *   gets its first answer again
 */
export async function push(
  context: PushContext,
  sender: Sender,
  events: readonly RawEvent[],
  at: Date,
): Promise<{ readonly answers: readonly Answer[]; readonly seals: readonly Seal[] }> {
  const read = events.map((raw) => ({ raw, ...readEnvelope(raw, sender) }));
  const readable = read.flatMap((each) => (each.ok ? [each.event] : []));
  return context.database.queries.transaction(async (queries) => {
    const ledger = await openLedger(queries, sender.office, scopeOf(sender, readable));
    const batch = new Batch(context, ledger, at);
    const answers = read.map((each) =>
      each.ok ? batch.take(each.event) : batch.reject(each.raw, each.verdict),
    );
    await saveBatch(queries, ledger, { device: sender.device, at, ...batch });
    const taken = answers.flatMap((answer) => ('feedSeq' in answer ? [answer] : []));
    return { answers, seals: await sealFeed(queries, context.signingKey, sender.office, taken) };
  });
}

function scopeOf(sender: Sender, events: readonly ReadEvent[]) {
  const envelopes = events.map(({ envelope }) => envelope);
  const facts = events.flatMap(({ fact }) => (fact.ok ? [fact.value] : []));
  return {
    device: sender.device,
    eventIds: [...envelopes.map(({ id }) => id), ...facts.flatMap(closedBy)],
    deviceSeqs: envelopes.map((each) => each.deviceSeq),
    streams: envelopes.map(({ stream, base }) => ({ stream, base })),
    numbers: facts.flatMap(numbersOf),
    codes: envelopes.flatMap((each) => codeOf(each) ?? []),
  };
}

function numbersOf(fact: Fact): readonly EntryNumber[] {
  const number = numberOf(fact);
  return number && isRegisterNumber(number) ? [number] : [];
}

function numberOf(fact: Fact): (EntryNumber & { readonly epoch: number }) | undefined {
  switch (fact.kind) {
    case 'entry-registered':
      return fact.payload.entry;
    case 'number-voided':
    case 'paper-number-noted':
    case 'number-granted':
      return fact.payload;
    default:
      return undefined;
  }
}

/** The official code an event gives its dossier; undefined for none. */
function codeOf({ kind, payload }: Envelope): string | undefined {
  const gives = kind === 'dossier-received' || kind === 'code-assigned';
  return gives && typeof payload.code === 'string' && payload.code !== '' ? payload.code : undefined;
}

/** One batch being judged; each event sees what the ones before it changed. */
export class Batch {
  readonly accepted: AcceptedEvent[] = [];
  readonly notTaken: NotTaken[] = [];
  readonly entries: { dossierId: string; entry: NonNullable<Accepted['entry']> }[] = [];
  readonly closedBlocks: NonNullable<Accepted['closedBlock']>[] = [];
  readonly changedStreams = new Set<string>();
  readonly changedBooks = new Set<string>();
  readonly closed: string[] = [];
  /** Streams of which this batch brought an event that was not taken: its author built the next ones on it. */
  readonly #stopped = new Set<string>();
  readonly #context: PushContext;
  readonly #ledger: Ledger;
  readonly #at: string;

  constructor(context: PushContext, ledger: Ledger, at: Date) {
    this.#context = context;
    this.#ledger = ledger;
    this.#at = at.toISOString();
  }

  take(event: ReadEvent): Answer {
    const { envelope } = event;
    const digest = eventDigest(event.text);
    const before = this.#ledger.accepted.get(envelope.id);
    if (before) {
      if (before.digest !== digest) return this.reject(envelope, anotherContent);
      const { feedSeq, receipt, acceptedAt } = before;
      return { id: envelope.id, outcome: 'duplicate', feedSeq, receipt, acceptedAt };
    }
    const behind = this.#stopped.has(envelope.stream);
    const verdict = behind ? held('city/out-of-order') : this.#judge(event);
    if (verdict.outcome !== 'accepted') {
      if (!isBookEventKind(envelope.kind)) this.#stopped.add(envelope.stream);
      return this.reject(envelope, verdict);
    }
    return this.#accept(event, digest, verdict);
  }

  reject(raw: RawEvent, verdict: Rejected): Answer {
    const { outcome, reason, message, field } = verdict;
    this.notTaken.push({ id: raw.id, outcome, reason, message, field, envelope: JSON.stringify(raw) });
    return { id: raw.id, outcome, reason, message, ...(field === undefined ? {} : { field }) };
  }

  /** A bug met by one event holds that event alone: it must not stop the queue of its device. */
  #judge(event: ReadEvent): Verdict {
    try {
      return judgeEvent(this.#ledger, event, this.#context.catalogues);
    } catch (error) {
      const { id, kind } = event.envelope;
      this.#context.log.error({ err: error, event: id, kind }, 'judging failed');
      return held(
        'request/internal',
        'Máy chủ thành phố gặp lỗi khi xử lý bản ghi này; đơn vị vận hành đã được báo.',
      );
    }
  }

  #accept(event: ReadEvent, digest: string, verdict: Accepted): Answer {
    const { envelope, text } = event;
    const ledger = this.#ledger;
    const { office } = ledger;
    const feedSeq = ledger.feedHead + 1;
    const acceptedAt = this.#at;
    const before = ledger.receiptHead;
    const { id: eventId } = envelope;
    const { receipt, link } = makeReceipt({ before, office, eventId, feedSeq, digest, acceptedAt });
    const acceptance = { digest, feedSeq, receipt, acceptedAt };
    ledger.feedHead = feedSeq;
    ledger.receiptHead = link;
    ledger.accepted.set(envelope.id, acceptance);
    ledger.deviceSeqs.set(envelope.deviceSeq, envelope.id);
    this.accepted.push({ envelope, text, acceptance });
    this.#apply(event, verdict);
    return { id: envelope.id, outcome: 'accepted', feedSeq, receipt, acceptedAt };
  }

  #apply({ envelope, fact }: ReadEvent, verdict: Accepted): void {
    const { streams, dossiers, books, numbers, codes } = this.#ledger;
    const position = streams.get(envelope.stream);
    streams.set(envelope.stream, {
      version: (position?.version ?? 0) + 1,
      parked: position?.parked === true || verdict.parked === true,
    });
    this.#ledger.histories.get(envelope.stream)?.push({ kind: envelope.kind, device: envelope.device });
    this.changedStreams.add(envelope.stream);
    this.closed.push(...(verdict.closed ?? []));
    if (verdict.dossier) {
      dossiers.set(envelope.stream, verdict.dossier);
      if (verdict.dossier.code !== '') codes.set(verdict.dossier.code, envelope.stream);
    }
    if (verdict.closedBlock) this.closedBlocks.push(verdict.closedBlock);
    if (verdict.book) {
      const { book } = verdict;
      const startNumber = books.get(book.bookId)?.startNumber ?? book.lastNumber;
      const endNumber = endOf(fact) ?? books.get(book.bookId)?.endNumber;
      books.set(book.bookId, { state: book, startNumber, endNumber });
      this.changedBooks.add(book.bookId);
    }
    if (verdict.entry) {
      numbers.set(numberKey(verdict.entry), envelope.stream);
      this.entries.push({ dossierId: envelope.stream, entry: verdict.entry });
    }
  }
}

const anotherContent = refused('city/malformed', 'Mã bản ghi này đã được dùng cho một nội dung khác.');

function endOf(fact: ReadEvent['fact']): number | undefined {
  return fact.ok && fact.value.kind === 'book-closed' ? fact.value.payload.lastNumber : undefined;
}
