import type { Book, Reader } from '#main/store/types.ts';
import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { type Instant, localDate } from '#shared/kernel/instant.ts';
import { partsOf } from '#shared/kernel/plain-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import type { EntryDraft } from '#shared/registers/entry.ts';
import { nextNumber } from '#shared/registers/numbering.ts';
import type { App } from '../app.ts';
import { contextOfDossier, factsOf } from '../context-of.ts';
import { refuse } from '../refuse.ts';

export type EntryProposal = { readonly book: Book; readonly number: number; readonly draft: EntryDraft };

/** The entry a dossier would get now, and its number: only from an open book of this year held by this device. */
export function proposeEntry(
  app: App,
  reader: Reader,
  { state, procedure }: { readonly state: DossierState; readonly procedure: AnyProcedure },
  now: Instant,
): Result<EntryProposal> {
  const { title, kind } = procedure.book;
  const { year } = partsOf(localDate(now));
  const book = reader.book(kind, year);
  if (!book) return refuse('register/no-book', `Chưa mở “${title}” năm ${year}. Hãy mở sổ trước khi vào sổ.`);
  if (book.closedOn !== '') return refuse('register/book-closed');
  if (book.holder !== app.deviceId) return refuse('register/not-holder');
  const draft = procedure.entry(factsOf(state, procedure), contextOfDossier(app, reader, state));
  const marks = foldBookStream(reader.streamEvents(book.bookId)).state?.marks;
  return ok({ book, number: nextNumber(book, marks), draft });
}
