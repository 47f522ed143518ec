import type { Writer } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { AccountId, BookId } from '#shared/kernel/ids.ts';
import { type Instant, localDate } from '#shared/kernel/instant.ts';
import type { Result } from '#shared/kernel/result.ts';
import { books } from '#shared/procedures/books.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { isEnrolled } from '../settings.ts';
import type { BookView } from './book-view.ts';
import { requireKeeper } from './require-keeper.ts';
import { writeToBook } from './write-to-book.ts';

type Input = InputOf<Contract['register']['open']>;

/** Opens a book of one kind and year on this device, which then gives its numbers. */
export function openBook(app: App, { account }: Caller, input: Input): Result<BookView> {
  const keeper = requireKeeper(account);
  if (!keeper.ok) return keeper;
  return app.store.write((writer) => writeBook(app, writer, input, account.accountId));
}

/** The same within a transaction of the caller's. */
export function writeBook(app: App, writer: Writer, input: Input, actor: AccountId): Result<BookView> {
  if (!isEnrolled(writer)) return refuse('sync/not-enrolled');
  if (!books().some((each) => each.kind === input.book)) return refuse('request/invalid');
  if (writer.book(input.book, input.year)) return refuse('register/book-exists');
  if (input.lastNumber > 0 && input.startBasis.trim() === '') {
    const message = 'Sổ giấy đã có số: hãy ghi rõ số cuối được đọc ở đâu, do ai kiểm tra.';
    return refuse('request/invalid', message);
  }
  const at: Instant = app.clock.now();
  const bookId = app.newId<BookId>();
  const payload = { ...input, bookId, epoch: 1, openedOn: localDate(at), deviceName: app.deviceName };
  return writeToBook(app, writer, { kind: 'book-opened', payload }, actor);
}
