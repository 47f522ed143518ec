import { and, eq, sql } from 'drizzle-orm';
import type { BookKind, RegisterEntry } from '#shared/registers/entry.ts';
import type { Connection } from '../connection.ts';
import { books, entries } from '../schema.ts';
import type { StoredEvent } from '../types.ts';

export type RegisterProjection = ReturnType<typeof registerProjection>;

type GivenNumber = Pick<RegisterEntry, 'bookId' | 'number' | 'epoch'>;

export type OpenedBook = {
  readonly bookId: string;
  readonly book: BookKind;
  readonly year: number;
  readonly volume: string;
  readonly lastNumber: number;
  readonly openedOn: string;
  readonly epoch: number;
};

/** Books and entries. Every step gives the same rows in whatever order a book and its entries arrive. */
export function registerProjection({ db }: Connection) {
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
          last: sql<number>`coalesce(max(number), 0)`,
          epoch: sql<number>`coalesce(max(json_extract(entry, '$.epoch')), 0)`,
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
    book: (bookId: string) => db.select().from(books).where(eq(books.bookId, bookId)).get(),
    ofDossier: (dossierId: string) => db.select().from(entries).where(eq(entries.dossierId, dossierId)).get(),
    /** The row that already has this number of this book kind and year, of another dossier. */
    rival: (office: string, entry: RegisterEntry) =>
      db
        .select()
        .from(entries)
        .where(
          and(
            eq(entries.office, office),
            eq(entries.book, entry.book),
            eq(entries.year, entry.year),
            eq(entries.number, entry.number),
          ),
        )
        .get(),
    addEntry(entry: RegisterEntry, event: StoredEvent): void {
      db.insert(entries)
        .values({
          entryId: entry.entryId,
          office: event.office,
          bookId: entry.bookId,
          book: entry.book,
          year: entry.year,
          number: entry.number,
          dossierId: event.stream,
          eventId: event.id,
          entry,
        })
        .run();
      raise(entry, 1);
    },
    removeEntry(entry: RegisterEntry): void {
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
