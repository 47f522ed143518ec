import type { Contract } from '#shared/contract/index.ts';
import { localDate } from '#shared/kernel/instant.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import type { BookView } from './book-view.ts';
import { requireKeeper } from './require-keeper.ts';
import { bookRow, writeToBook } from './write-to-book.ts';

/** Closes a book (khóa sổ): its last number is written down and no entry follows. */
export function closeBook(
  app: App,
  { account }: Caller,
  input: InputOf<Contract['register']['close']>,
): Result<BookView> {
  const keeper = requireKeeper(account);
  if (!keeper.ok) return keeper;
  return app.store.write((writer) => {
    const book = bookRow(writer, input.bookId);
    if (!book) return refuse('register/no-book');
    const { bookId, lastNumber } = book;
    const closedOn = localDate(app.clock.now());
    const fact = { kind: 'book-closed', payload: { bookId, lastNumber, closedOn } } as const;
    return writeToBook(app, writer, fact, account.accountId);
  });
}
