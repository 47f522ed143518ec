import { and, eq, isNull, sql } from 'drizzle-orm';
import type { EventPayload } from '#shared/dossiers/events.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { RegisterEntry } from '#shared/registers/entry.ts';
import { among } from './among.ts';
import { closeBlock } from './code-leases.ts';
import type { Queries } from './database.ts';
import { saveDossiers } from './dossier-states.ts';
import { announceContents } from './file-contents.ts';
import type { Ledger } from './ledger.ts';
import { type AcceptedEvent, saveFeed } from './save-feed.ts';
import { books, communes, entries, held } from './schema.ts';

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
  await saveFeed(queries, ledger.office, batch.accepted);
  await resolveHeld(queries, ledger.office, batch);
  await saveStreams(queries, ledger, batch.changedStreams);
  await saveDossiers(queries, ledger.office, changedDossiers(ledger, batch.changedStreams));
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

async function resolveHeld(queries: Queries, office: string, batch: BatchOutcome): Promise<void> {
  const ids = [...batch.accepted.map(({ envelope }) => envelope.id), ...batch.closed];
  await queries
    .update(held)
    .set({ resolvedAt: batch.at })
    .where(and(eq(held.office, office), among(held.eventId, ids), isNull(held.resolvedAt)));
}

/** In one parameter, as the feed. */
async function saveStreams(queries: Queries, ledger: Ledger, changed: ReadonlySet<string>): Promise<void> {
  const rows = [...changed].flatMap((stream) => {
    const position = ledger.streams.get(stream);
    return position ? [{ stream, ...position }] : [];
  });
  await queries.execute(sql`
    INSERT INTO streams (commune_id, stream, version, parked)
    SELECT ${ledger.office}, stream, version, parked
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r (stream uuid, version integer, parked boolean)
    ON CONFLICT (commune_id, stream) DO UPDATE SET version = excluded.version, parked = excluded.parked`);
}

function changedDossiers(ledger: Ledger, changed: ReadonlySet<string>): readonly DossierState[] {
  return [...changed].flatMap((stream) => ledger.dossiers.get(stream) ?? []);
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
