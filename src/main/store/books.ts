import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { BookKind, RegisterEntry } from '#shared/registers/entry.ts';
import type { Connection } from './connection.ts';
import { books, dossiers, entries, events } from './schema.ts';
import type { Book } from './types.ts';

const columns = {
  bookId: books.bookId,
  book: books.book,
  year: books.year,
  volume: books.volume,
  lastNumber: books.lastNumber,
  entries: books.entries,
  openedOn: books.openedOn,
  closedOn: books.closedOn,
  holder: books.holder,
  epoch: books.epoch,
};

/** Two machines may open one book while they are apart; the city takes one of them. */
const unknownToCity = sql`NOT EXISTS (SELECT 1 FROM events
  WHERE stream = ${books.bookId} AND kind = 'book-opened' AND feed_seq IS NOT NULL)`;

export function bookReader({ db }: Connection) {
  const byYear = db
    .select(columns)
    .from(books)
    .where(and(eq(books.book, sql.placeholder('kind')), eq(books.year, sql.placeholder('year'))))
    .orderBy(sql`${books.closedOn} <> ''`, unknownToCity, desc(books.closedOn), desc(books.openedOn))
    .limit(1)
    .prepare();
  return {
    books: (): readonly Book[] =>
      db.select(columns).from(books).orderBy(desc(books.year), asc(books.book), asc(books.openedOn)).all(),
    /** The book of a kind and year that is open, one the city knows before one it does not, else the one closed last. */
    book: (kind: BookKind, year: number): Book | undefined => byYear.get({ kind, year }),
    numbersOf: (bookId: string): readonly number[] =>
      db
        .select({ number: entries.number })
        .from(entries)
        .where(eq(entries.bookId, bookId))
        .orderBy(asc(entries.number))
        .all()
        .map((row) => row.number),
    entryAt: (kind: BookKind, year: number, number: number): string | undefined =>
      db
        .select({ entryId: entries.entryId })
        .from(entries)
        .where(and(eq(entries.book, kind), eq(entries.year, year), eq(entries.number, number)))
        .get()?.entryId,
    /** In the order of the numbers. */
    entries(bookId: string, page: { readonly limit: number; readonly offset: number }) {
      const rows = db
        .select({
          payload: events.payload,
          // An entry may have been given another number since it was written.
          number: entries.number,
          epoch: entries.epoch,
          dossierId: entries.dossierId,
          code: dossiers.code,
          localRef: dossiers.localRef,
        })
        .from(entries)
        .innerJoin(events, eq(events.localSeq, entries.eventSeq))
        .leftJoin(dossiers, eq(dossiers.dossierId, entries.dossierId))
        .where(eq(entries.bookId, bookId))
        .orderBy(asc(entries.number))
        .limit(page.limit)
        .offset(page.offset)
        .all()
        .map(({ payload, number, epoch, dossierId, code, localRef }) => ({
          ...(payload as { entry: RegisterEntry }).entry,
          number,
          epoch,
          dossierId,
          code: code || localRef || '',
        }));
      const total =
        db.select({ total: count() }).from(entries).where(eq(entries.bookId, bookId)).get()?.total ?? 0;
      return { rows, total };
    },
  };
}
