import type { Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { BookState } from '#shared/dossiers/book-state.ts';
import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import type { Result } from '#shared/kernel/result.ts';
import { nextNumber } from '#shared/registers/numbering.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { lateEntries } from '../keeping/follow-grants.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { isFree } from './book-custody.ts';
import type { BookView } from './book-view.ts';
import { asKeeper } from './custody-steps.ts';
import { staleBookEvents } from './stale-book-events.ts';
import { bookRow, writeToBook } from './write-to-book.ts';

type Register = Contract['register'];

/** Explains a number without an entry: left empty, or written by hand in the paper book. */
export function markNumber(
  app: App,
  { account }: Caller,
  { bookId, number, use, reason }: InputOf<Register['markNumber']>,
): Result<BookView> {
  return asKeeper(app, account, (writer) => {
    const known = knownBook(writer, bookId);
    if (!known) return refuse('register/no-book');
    const { state, numbers, lastNumber } = known;
    if (numbers.includes(number)) return refuse('register/number-taken');
    if (number > nextNumber({ lastNumber }, state.marks)) {
      return refuse('request/invalid', 'Số này còn ở phía trước; hãy ghi các số theo thứ tự.');
    }
    const about = { bookId, book: state.book, year: state.year, number, epoch: state.epoch };
    const fact =
      use === 'paper'
        ? ({ kind: 'paper-number-noted', payload: { ...about, basis: reason } } as const)
        : ({ kind: 'number-voided', payload: { ...about, reason } } as const);
    return writeToBook(app, writer, fact, account.accountId);
  });
}

/** Tells the holder of a book of a number this machine gave after its own term had ended. */
export function reportLate(
  app: App,
  { account }: Caller,
  { bookId, dossierId }: InputOf<Register['reportLate']>,
): Result<BookView> {
  return asKeeper(app, account, (writer) => {
    const late = lateEntries(writer).find(({ item }) => item.stream === dossierId);
    if (late?.entry.bookId !== bookId) return refuse('dossier/not-found');
    const { entryId, number, epoch } = late.entry;
    const payload = { bookId, dossierId, entryId, number, epoch };
    return writeToBook(app, writer, { kind: 'late-number-reported', payload }, account.accountId);
  });
}

/** Gives up what the city holds of this machine's about a book; what was on paper is noted again by its holder. */
export function dropStale(
  app: App,
  { account }: Caller,
  { bookId, reason }: InputOf<Register['dropStale']>,
): Result<BookView> {
  return asKeeper(app, account, (writer) => {
    const branch = staleBookEvents(writer, bookId).map((event) => event.id);
    if (branch.length === 0) return refuse('sync/not-found');
    const fact = { kind: 'book-branch-closed', payload: { bookId, branch, reason } } as const;
    return writeToBook(app, writer, fact, account.accountId);
  });
}

/** Settles a late number: it keeps it when nobody else has it, else it gets the next one of the running term. */
export function settleLate(
  app: App,
  { account }: Caller,
  { bookId, entryId, choice, reason }: InputOf<Register['settleLate']>,
): Result<BookView> {
  return asKeeper(app, account, (writer) => {
    const known = knownBook(writer, bookId);
    if (!known) return refuse('register/no-book');
    const { state, numbers, lastNumber } = known;
    const late = state.late.find((each) => each.entryId === entryId);
    if (!late) return refuse('request/invalid', 'Số này chưa được báo, hoặc đã được giải quyết.');
    if (choice === 'keep' && !isFree(writer, state, numbers, late)) return refuse('register/number-taken');
    const number = choice === 'keep' ? late.number : nextNumber({ lastNumber }, state.marks);
    const { dossierId, number: oldNumber } = late;
    const about = { bookId, book: state.book, year: state.year, number, epoch: state.epoch };
    const payload = { ...about, dossierId, entryId, oldNumber, reason };
    return writeToBook(app, writer, { kind: 'number-granted', payload }, account.accountId);
  });
}

function knownBook(
  reader: Reader,
  bookId: string,
):
  | { readonly state: BookState; readonly numbers: readonly number[]; readonly lastNumber: number }
  | undefined {
  const row = bookRow(reader, bookId);
  const { state } = foldBookStream(reader.streamEvents(bookId));
  return row && state && { state, numbers: reader.numbersOf(bookId), lastNumber: row.lastNumber };
}
