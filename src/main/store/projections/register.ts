import { and, eq, sql } from 'drizzle-orm';
import type { BookKind, RegisterEntry } from '#shared/registers/entry.ts';
import type { Connection } from '../connection.ts';
import { books, entries } from '../schema.ts';
import type { StoredEvent } from '../types.ts';

export type OpenedBook = {
  readonly bookId: string;
  readonly book: BookKind;
  readonly year: number;
  readonly volume: string;
  readonly lastNumber: number;
  readonly openedOn: string;
  readonly epoch: number;
};

type GivenNumber = Pick<RegisterEntry, 'bookId' | 'number' | 'epoch'>;

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

  /** Numbers only rise: one that was written on paper is never given again, whatever became of its event. */
  function raise(entry: GivenNumber, added: number): void {
    db.update(books)
      .set({
        lastNumber: sql`max(${books.lastNumber}, ${entry.number})`,
        entries: sql`${books.entries} + ${added}`,
        epoch: sql`max(${books.epoch}, ${entry.epoch})`,
      })
      .where(eq(books.bookId, entry.bookId))
      .run();
  }

  return {
    openBook(opened: OpenedBook, event: StoredEvent): void {
      const written = db
        .select({
          count: sql<number>`count(*)`,
          last: sql<number>`coalesce(max(${entries.number}), 0)`,
          epoch: sql<number>`coalesce(max(${entries.epoch}), 0)`,
        })
        .from(entries)
        .where(eq(entries.bookId, opened.bookId))
        .get() ?? { count: 0, last: 0, epoch: 0 };
      db.insert(books)
        .values({
          bookId: opened.bookId,
          office: event.office,
          book: opened.book,
          year: opened.year,
          volume: opened.volume,
          lastNumber: Math.max(opened.lastNumber, written.last),
          entries: written.count,
          openedOn: opened.openedOn,
          holder: event.device,
          epoch: Math.max(opened.epoch, written.epoch),
        })
        .onConflictDoNothing()
        .run();
    },
    closeBook(bookId: string, closedOn: string): void {
      db.update(books).set({ closedOn }).where(eq(books.bookId, bookId)).run();
    },
    book: (bookId: string) => book.get({ bookId }),
    ofDossier: (dossierId: string) => ofDossier.get({ dossierId }),
    /** Where this number of this book kind and year stands already. */
    atNumber: (office: string, entry: RegisterEntry) =>
      atNumber.get({ office, book: entry.book, year: entry.year, number: entry.number }),
    addEntry(entry: RegisterEntry, event: StoredEvent): void {
      const { entryId, bookId, year, number, epoch } = entry;
      db.insert(entries)
        .values({
          entryId,
          office: event.office,
          bookId,
          book: entry.book,
          year,
          number,
          epoch,
          dossierId: event.stream,
          eventSeq: event.localSeq,
        })
        .run();
      raise(entry, 1);
    },
    removeEntry(entry: GivenNumber & { readonly entryId: string }): void {
      db.delete(entries).where(eq(entries.entryId, entry.entryId)).run();
      raise(entry, -1);
    },
    noteNumber(entry: GivenNumber): void {
      raise(entry, 0);
    },
    clear(): void {
      db.delete(entries).run();
      db.delete(books).run();
    },
  };
}
