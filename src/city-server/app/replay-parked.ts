import { and, eq } from 'drizzle-orm';
import { isBookEventKind, isKnownEvent } from '#shared/dossiers/events.ts';
import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import { parseFact } from '#shared/dossiers/parse-fact.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { Database, Queries } from '../store/database.ts';
import { foldStream, saveDossiers } from '../store/dossier-states.ts';
import { readStream } from '../store/feed-page.ts';
import { books, streams } from '../store/schema.ts';

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
  const events = await readStream(queries, office, stream);
  if (!events.every(isKnownEvent)) return 0;
  if (events.some(({ kind }) => isBookEventKind(kind))) {
    await saveBook(queries, office, stream, events);
  } else {
    const state = foldStream(events);
    if (state) await saveDossiers(queries, office, [state]);
  }
  await queries
    .update(streams)
    .set({ parked: false })
    .where(and(eq(streams.office, office), eq(streams.stream, stream)));
  return 1;
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
