import type { Contract } from '#shared/contract/index.ts';
import { foldBook } from '#shared/dossiers/fold-book.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { type BookView, bookView } from './book-view.ts';
import { requireKeeper } from './require-keeper.ts';

/** Closes a book (khóa sổ): its last number is written down and no entry follows. */
export function closeBook(
  app: App,
  { account }: Caller,
  input: InputOf<Contract['register']['close']>,
): Result<BookView> {
  const keeper = requireKeeper(account);
  if (!keeper.ok) return keeper;
  return app.store.write((writer) => {
    const book = writer.books().find((each) => each.bookId === input.bookId);
    if (!book) return refuse('register/no-book');
    if (book.holder !== app.deviceId) return refuse('register/not-holder');
    const actor = account.accountId;
    const at = app.clock.now();
    const payload = { bookId: book.bookId, lastNumber: book.lastNumber, closedOn: localDate(at) };
    const event = { kind: 'book-closed', payload, stream: book.bookId } as const;
    const closed = foldBook(book, { ...event, actor, at, device: app.deviceId });
    if (!closed.ok) return closed;
    writer.append([{ ...event, base: writer.streamEvents(book.bookId).length }], { actor, at });
    return ok(bookView(app, closed.value));
  });
}
