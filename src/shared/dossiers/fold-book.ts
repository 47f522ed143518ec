import { problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { BookKind } from '../registers/entry.ts';
import type { EventPayload } from './events.ts';
import { type FoldableEvent, parseFact } from './parse-fact.ts';

/** A register book as its events tell it. `closedOn` is empty while it is open. */
export type BookState = {
  readonly bookId: string;
  readonly book: BookKind;
  readonly year: number;
  readonly volume: string;
  readonly lastNumber: number;
  /** Entries given here; numbers taken over from the paper book are not among them. */
  readonly entries: number;
  readonly openedOn: string;
  readonly closedOn: string;
  /** The device that gives numbers, and its fencing epoch. */
  readonly holder: string;
  readonly epoch: number;
};

/**
 * One step of a book's life: opened, an entry written (an event of the dossier's stream), closed.
 * @returns the register's own codes when the book cannot take it; never throws.
 */
export function foldBook(
  book: BookState | undefined,
  event: FoldableEvent & { readonly device: string },
): Result<BookState> {
  const parsed = parseFact(event.kind, event.payload);
  if (!parsed.ok) return parsed;
  const fact = parsed.value;
  if (fact.kind === 'book-opened')
    return book
      ? refuse('register/book-exists', `Sổ năm ${book.year} đã được mở.`)
      : ok(opened(fact.payload, event.device));
  if (fact.kind === 'entry-registered') return entered(book, fact.payload.entry);
  if (fact.kind !== 'book-closed') return refuse('request/invalid', 'Sự kiện này không phải của sổ.');
  if (!book) return refuse('register/no-book', 'Chưa mở sổ nên không khóa được.');
  if (book.closedOn !== '')
    return refuse('register/book-closed', `Sổ năm ${book.year} đã khóa ngày ${book.closedOn}.`);
  return ok({ ...book, closedOn: fact.payload.closedOn });
}

function opened(payload: EventPayload<'book-opened'>, device: string): BookState {
  const { bookId, book, year, volume, lastNumber, openedOn, epoch } = payload;
  return {
    bookId,
    book,
    year,
    volume,
    lastNumber,
    entries: 0,
    openedOn,
    closedOn: '',
    holder: device,
    epoch,
  };
}

function entered(
  book: BookState | undefined,
  entry: EventPayload<'entry-registered'>['entry'],
): Result<BookState> {
  if (!book) return refuse('register/no-book', `Chưa mở sổ năm ${entry.year}. Hãy mở sổ trước khi vào sổ.`);
  if (book.closedOn !== '')
    return refuse('register/book-closed', `Sổ năm ${book.year} đã khóa, không thể vào sổ.`);
  if (entry.epoch < book.epoch) return refuse('register/stale-epoch', 'Sổ đã được bàn giao cho máy khác.');
  if (entry.number <= book.lastNumber)
    return refuse('register/number-taken', `Số ${entry.number} đã được cấp.`);
  return ok({ ...book, lastNumber: entry.number, entries: book.entries + 1, epoch: entry.epoch });
}

function refuse(code: Parameters<typeof problem>[0], message: string): Result<never> {
  return err([problem(code, 'error', message)]);
}
