import type { Book } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { bookTitle } from '#shared/procedures/books.ts';
import type { App } from '../app.ts';
import type { OutputOf } from '../contract-types.ts';

export type BookView = OutputOf<Contract['register']['open']>;

export function bookView(app: App, book: Book): BookView {
  const { bookId, year, volume, openedOn, closedOn, lastNumber, entries, epoch } = book;
  return {
    ...{ bookId, year, volume, openedOn, closedOn, lastNumber, entries, epoch },
    book: book.book,
    title: bookTitle(book.book),
    held: book.holder === app.deviceId && closedOn === '',
  };
}
