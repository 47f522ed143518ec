import { and, asc, eq } from 'drizzle-orm';
import { isBookEventKind, isKnownEvent } from '#shared/dossiers/events.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import { parseFact } from '#shared/dossiers/parse-fact.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { Database, Queries } from '../store/database.ts';
import { books, dossiers, feed, streams } from '../store/schema.ts';

/**
 * After an upgrade: dossiers and books that held an event this server could not read are folded again from the feed.
 * An event that still does not fit is passed by, as on the devices. @returns how many are known again
 */
export async function replayParked({ queries }: Database): Promise<number> {
  const parked = await queries.select().from(streams).where(eq(streams.parked, true));
  let known = 0;
  for (const { office, stream } of parked) {
    known += await queries.transaction((inside) => replayOne(inside, office, stream));
  }
  return known;
}

async function replayOne(queries: Queries, office: string, stream: string): Promise<number> {
  const rows = await queries
    .select({ envelope: feed.envelope })
    .from(feed)
    .where(and(eq(feed.office, office), eq(feed.stream, stream)))
    .orderBy(asc(feed.feedSeq));
  const events = rows.map((row) => row.envelope);
  if (!events.every(isKnownEvent)) return 0;
  if (events.some(({ kind }) => isBookEventKind(kind))) {
    await saveBook(queries, office, stream, events);
  } else {
    const state = foldAll(events);
    if (state) await saveDossier(queries, office, state);
  }
  await queries
    .update(streams)
    .set({ parked: false })
    .where(and(eq(streams.office, office), eq(streams.stream, stream)));
  return 1;
}

function foldAll(events: readonly Envelope[]): DossierState | undefined {
  let state: DossierState | undefined;
  for (const event of events) {
    const next = foldDossier(state, event);
    if (next.ok) state = next.value;
  }
  return state;
}

async function saveDossier(queries: Queries, office: string, state: DossierState): Promise<void> {
  const { dossierId, status, code, localRef, procedure, receivedAt } = state;
  await queries
    .insert(dossiers)
    .values({ office, dossierId, status, code, localRef, procedure, receivedAt, state })
    .onConflictDoUpdate({ target: [dossiers.office, dossiers.dossierId], set: { status, code, state } });
}

/** Its numbers are judged by what it is now; those held meanwhile are sent again. */
async function saveBook(
  queries: Queries,
  office: string,
  bookId: string,
  events: readonly Envelope[],
): Promise<void> {
  const { state } = foldBookStream(events);
  if (!state) return;
  const { book, year, closedOn } = state;
  const startNumber = state.terms[0]?.after ?? 0;
  const endNumber = closedOn === '' ? null : closingNumber(events);
  await queries
    .insert(books)
    .values({ office, bookId, book, year, startNumber, endNumber, state })
    .onConflictDoUpdate({ target: [books.office, books.bookId], set: { endNumber, state } });
}

function closingNumber(events: readonly Envelope[]): number | null {
  const closing = events.findLast(({ kind }) => kind === 'book-closed');
  const fact = closing && parseFact(closing);
  return fact?.ok && fact.value.kind === 'book-closed' ? fact.value.payload.lastNumber : null;
}
