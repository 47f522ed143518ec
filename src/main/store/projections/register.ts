import { and, eq, sql } from 'drizzle-orm';
import type { BookState } from '#shared/dossiers/book-state.ts';
import type { RegisterEntry } from '#shared/registers/entry.ts';
import type { Connection } from '../connection.ts';
import { books, entries } from '../schema.ts';
import type { StoredEvent } from '../types.ts';

/** Books and where entries stand. Every step gives the same rows in whatever order a book and its entries arrive. */
export function registerProjection({ db }: Connection) {
  const place = sql.placeholder;
  const book = db
    .select()
    .from(books)
    .where(eq(books.bookId, place('bookId')))
    .prepare();
  const ofDossier = db
    .select()
    .from(entries)
    .where(eq(entries.dossierId, place('dossierId')))
    .prepare();
  const atNumber = db
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.office, place('office')),
        eq(entries.book, place('book')),
        eq(entries.year, place('year')),
        eq(entries.number, place('number')),
      ),
    )
    .prepare();

  const insert = db
    .insert(entries)
    .values({
      entryId: place('entryId'),
      office: place('office'),
      bookId: place('bookId'),
      book: place('book'),
      year: place('year'),
      number: place('number'),
      epoch: place('epoch'),
      dossierId: place('dossierId'),
      eventSeq: place('eventSeq'),
    })
    .prepare();
  const count = db
    .update(books)
    .set({ entries: sql`${books.entries} + ${place('added')}` })
    .where(eq(books.bookId, place('bookId')))
    .prepare();
  // Spelt as the index `events_numbers` spells it, or SQLite would not use it; the plus takes the column's type off
  // the term, which would keep the index from finding it and leave every number of the book to be read.
  const given = sql`(SELECT max(json_extract(payload, '$.entry.number')) FROM events
    WHERE kind = 'entry-registered' AND json_extract(payload, '$.entry.bookId') = ${place('bookId')}
      AND json_extract(payload, '$.entry.epoch') = +${books.epoch})`;
  const standing = sql`(SELECT max(number) FROM entries WHERE book_id = ${place('bookId')})`;
  /**
   * A number given in the running term is never given again, whatever became of its event; one given in an earlier
   * term counts while its entry stands.
   */
  const recount = db
    .update(books)
    .set({ lastNumber: sql`max(${books.termStart}, coalesce(${standing}, 0), coalesce(${given}, 0))` })
    .where(eq(books.bookId, place('bookId')))
    .prepare();

  return {
    /** What the book's own stream tells; numbers come from the log and the entries, in whatever order they arrive. */
    putBook(state: BookState, office: string): void {
      const { bookId, volume, openedOn, closedOn, holder, epoch } = state;
      const termStart = state.terms.at(-1)?.after ?? 0;
      const written = db
        .select({ count: sql<number>`count(*)` })
        .from(entries)
        .where(eq(entries.bookId, bookId));
      db.insert(books)
        .values({
          ...{
            bookId,
            office,
            book: state.book,
            year: state.year,
            volume,
            openedOn,
            closedOn,
            holder,
            epoch,
          },
          ...{ termStart, lastNumber: termStart, entries: written.get()?.count ?? 0 },
        })
        .onConflictDoUpdate({ target: books.bookId, set: { closedOn, holder, epoch, termStart } })
        .run();
      recount.run({ bookId });
    },
    book: (bookId: string) => book.get({ bookId }),
    ofDossier: (dossierId: string) => ofDossier.get({ dossierId }),
    /** Where this number of this book kind and year stands already. */
    atNumber: (office: string, entry: RegisterEntry) =>
      atNumber.get({ office, book: entry.book, year: entry.year, number: entry.number }),
    addEntry(entry: RegisterEntry, event: StoredEvent): void {
      const { entryId, bookId, year, number, epoch } = entry;
      insert.run({
        ...{ entryId, bookId, year, number, epoch, book: entry.book },
        ...{ office: event.office, dossierId: event.stream, eventSeq: event.localSeq },
      });
      count.run({ bookId, added: 1 });
      recount.run({ bookId });
    },
    removeEntry({ entryId, bookId }: { readonly entryId: string; readonly bookId: string }): void {
      db.delete(entries).where(eq(entries.entryId, entryId)).run();
      count.run({ bookId, added: -1 });
      recount.run({ bookId });
    },
    /** After an event that gave a number was added to the log. */
    recount(bookId: string): void {
      recount.run({ bookId });
    },
    clear(): void {
      db.delete(entries).run();
      db.delete(books).run();
    },
  };
}
