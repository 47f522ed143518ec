import { and, eq, isNull, sql } from 'drizzle-orm';
import type { EventPayload } from '#shared/dossiers/events.ts';
import type { RegisterEntry } from '#shared/registers/entry.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import { among } from './among.ts';
import { closeBlock } from './code-leases.ts';
import type { Queries } from './database.ts';
import { announceContents } from './file-contents.ts';
import type { Acceptance, Ledger } from './ledger.ts';
import { books, communes, dossiers, entries, held, streams } from './schema.ts';

export type AcceptedEvent = { readonly envelope: Envelope; readonly acceptance: Acceptance };

export type NotTaken = {
  readonly id: string;
  readonly outcome: 'held' | 'refused';
  readonly reason: string;
  readonly message: string;
  readonly field?: string | undefined;
  /** JSON as it came. */
  readonly envelope: string;
};

/** What a judged batch leaves behind. Dossiers, books and streams are in the ledger, under these ids. */
export type BatchOutcome = {
  readonly device: string;
  readonly at: Date;
  readonly accepted: readonly AcceptedEvent[];
  readonly notTaken: readonly NotTaken[];
  readonly entries: readonly { readonly dossierId: string; readonly entry: RegisterEntry }[];
  readonly closedBlocks: readonly EventPayload<'code-block-closed'>[];
  readonly changedStreams: ReadonlySet<string>;
  readonly changedBooks: ReadonlySet<string>;
  /** Events that are no longer held because a person closed them. */
  readonly closed: readonly string[];
};

/** Writes a judged batch in the transaction that holds the commune's lock. */
export async function saveBatch(queries: Queries, ledger: Ledger, batch: BatchOutcome): Promise<void> {
  await saveNotTaken(queries, ledger.office, batch);
  if (batch.accepted.length === 0) return;
  await saveFeed(queries, ledger, batch);
  await saveStreams(queries, ledger, batch.changedStreams);
  await saveDossiers(queries, ledger, batch.changedStreams);
  await saveBooks(queries, ledger, batch.changedBooks);
  await saveEntries(queries, ledger.office, batch.entries);
  for (const { leaseId, unused } of batch.closedBlocks) {
    await closeBlock(queries, { office: ledger.office, device: batch.device, leaseId, unused, at: batch.at });
  }
  const envelopes = batch.accepted.map((each) => each.envelope);
  await announceContents(queries, ledger.office, envelopes, batch.at);
  await queries
    .update(communes)
    .set({ feedHead: ledger.feedHead, receiptHead: ledger.receiptHead })
    .where(eq(communes.office, ledger.office));
}

async function saveNotTaken(queries: Queries, office: string, batch: BatchOutcome): Promise<void> {
  // An id may stand twice in a batch; a statement may touch a row once.
  const rows = [...new Map(batch.notTaken.map((each) => [each.id, each])).values()];
  if (rows.length === 0) return;
  await queries
    .insert(held)
    .values(
      rows.map((each) => ({
        office,
        device: batch.device,
        eventId: each.id,
        outcome: each.outcome,
        reason: each.reason,
        message: each.message,
        field: each.field ?? null,
        envelope: each.envelope,
        firstSeenAt: batch.at,
        lastSeenAt: batch.at,
      })),
    )
    .onConflictDoUpdate({
      target: [held.office, held.eventId],
      set: {
        outcome: sql`excluded.outcome`,
        reason: sql`excluded.reason`,
        message: sql`excluded.message`,
        field: sql`excluded.field`,
        envelope: sql`excluded.envelope`,
        lastSeenAt: sql`excluded.last_seen_at`,
        resolvedAt: null,
      },
    });
}

/** In one parameter, whatever the number of events: building thousands of them cost more than the database's work. */
async function saveFeed(queries: Queries, ledger: Ledger, batch: BatchOutcome): Promise<void> {
  const { office } = ledger;
  const rows = batch.accepted.map(({ envelope, acceptance: { feedSeq, digest, receipt } }) => {
    return { seq: feedSeq, digest, receipt, envelope };
  });
  await queries.execute(sql`
    INSERT INTO feed (commune_id, feed_seq, event_id, device, device_seq, kind, stream, digest, envelope, receipt, accepted_at)
    SELECT ${office}, seq, (envelope ->> 'id')::uuid, (envelope ->> 'device')::uuid, (envelope ->> 'deviceSeq')::bigint,
           envelope ->> 'kind', (envelope ->> 'stream')::uuid, digest, envelope, receipt, ${batch.at.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (seq bigint, digest text, receipt text, envelope jsonb)`);
  const ids = [...batch.accepted.map(({ envelope }) => envelope.id), ...batch.closed];
  await queries
    .update(held)
    .set({ resolvedAt: batch.at })
    .where(and(eq(held.office, office), among(held.eventId, ids), isNull(held.resolvedAt)));
}

async function saveStreams(queries: Queries, ledger: Ledger, changed: ReadonlySet<string>): Promise<void> {
  const rows = [...changed].flatMap((stream) => {
    const position = ledger.streams.get(stream);
    return position ? [{ office: ledger.office, stream, ...position }] : [];
  });
  if (rows.length === 0) return;
  await queries
    .insert(streams)
    .values(rows)
    .onConflictDoUpdate({
      target: [streams.office, streams.stream],
      set: { version: sql`excluded.version`, parked: sql`excluded.parked` },
    });
}

async function saveDossiers(queries: Queries, ledger: Ledger, changed: ReadonlySet<string>): Promise<void> {
  const rows = [...changed].flatMap((stream) => {
    const state = ledger.dossiers.get(stream);
    if (!state) return [];
    const { dossierId, status, code, localRef, procedure, receivedAt } = state;
    return [{ office: ledger.office, dossierId, status, code, localRef, procedure, receivedAt, state }];
  });
  if (rows.length === 0) return;
  await queries
    .insert(dossiers)
    .values(rows)
    .onConflictDoUpdate({
      target: [dossiers.office, dossiers.dossierId],
      set: { status: sql`excluded.status`, code: sql`excluded.code`, state: sql`excluded.state` },
    });
}

async function saveBooks(queries: Queries, ledger: Ledger, changed: ReadonlySet<string>): Promise<void> {
  const rows = [...changed].flatMap((bookId) => {
    const book = ledger.books.get(bookId);
    if (!book) return [];
    const { state, startNumber } = book;
    return [
      {
        office: ledger.office,
        bookId,
        book: state.book,
        year: state.year,
        startNumber,
        endNumber: book.endNumber ?? null,
        state,
      },
    ];
  });
  if (rows.length === 0) return;
  await queries
    .insert(books)
    .values(rows)
    .onConflictDoUpdate({
      target: [books.office, books.bookId],
      set: { endNumber: sql`excluded.end_number`, state: sql`excluded.state` },
    });
}

async function saveEntries(queries: Queries, office: string, added: BatchOutcome['entries']): Promise<void> {
  if (added.length === 0) return;
  await queries.insert(entries).values(
    added.map(({ dossierId, entry }) => ({
      office,
      book: entry.book,
      year: entry.year,
      number: entry.number,
      entryId: entry.entryId,
      bookId: entry.bookId,
      dossierId,
      epoch: entry.epoch,
      registeredOn: entry.registeredOn,
      entry,
    })),
  );
}
