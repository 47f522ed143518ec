import type { Book, Reader, Writer } from '#main/store/types.ts';
import type { BookEventKind, Fact } from '#shared/dossiers/events.ts';
import { foldBook } from '#shared/dossiers/fold-book.ts';
import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import type { AccountId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import { refuse } from '../refuse.ts';
import { type BookView, bookView } from './book-view.ts';

export function bookRow(reader: Reader, bookId: string): Book | undefined {
  return reader.books().find((each) => each.bookId === bookId);
}

/** Appends one event to a book's stream when the book allows it. @returns the book afterwards */
export function writeToBook(
  app: App,
  writer: Writer,
  fact: Fact<BookEventKind>,
  actor: AccountId,
): Result<BookView> {
  const at = app.clock.now();
  const stream = fact.payload.bookId;
  const history = writer.streamEvents(stream);
  const { state } = foldBookStream(history);
  const folded = foldBook(state, { ...fact, stream, actor, at, device: app.deviceId });
  if (!folded.ok) return folded;
  writer.append([{ ...fact, stream, base: history.length }], { actor, at });
  const row = bookRow(writer, stream);
  return row ? ok(bookView(app, row)) : refuse('register/no-book');
}
