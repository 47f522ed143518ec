import { assertNever } from '../kernel/assert-never.ts';
import type { ErrorCode } from '../kernel/error-codes.ts';
import { problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { BookState, NumberMark } from './book-state.ts';
import { type BookEventKind, type EventPayload, type Fact, isBookEventKind } from './events.ts';
import { type FoldableEvent, parseFact } from './parse-fact.ts';

export type BookEvent = FoldableEvent & { readonly device: string };

/**
 * One step of a book's life. Entries are events of their dossiers' streams; of them a book knows only the numbers,
 * see {@link entryProblem}.
 * @returns the register's own codes when the book cannot take it; never throws.
 */
export function foldBook(book: BookState | undefined, event: BookEvent): Result<BookState> {
  const parsed = parseFact(event);
  if (!parsed.ok) return parsed;
  const fact = parsed.value;
  if (!isBookFact(fact)) return refuse('request/invalid', 'Sự kiện này không phải của sổ.');
  if (fact.kind === 'book-opened')
    return book
      ? refuse('register/book-exists', `Sổ năm ${book.year} đã được mở.`)
      : ok(opened(fact.payload, event.device));
  if (!book) return refuse('register/no-book', 'Chưa mở sổ nên không ghi được.');
  return afterOpening(book, fact, event);
}

/** What is settled about numbers given before the book was closed. */
const evenWhenClosed: ReadonlySet<BookEventKind> = new Set([
  'late-number-reported',
  'number-granted',
  'book-branch-closed',
]);

type LaterFact = Exclude<Fact<BookEventKind>, Fact<'book-opened'>>;

function isBookFact(fact: Fact): fact is Fact<BookEventKind> {
  return isBookEventKind(fact.kind);
}

function afterOpening(book: BookState, fact: LaterFact, event: BookEvent): Result<BookState> {
  if (book.closedOn !== '' && !evenWhenClosed.has(fact.kind)) {
    return refuse('register/book-closed', `Sổ năm ${book.year} đã khóa ngày ${book.closedOn}.`);
  }
  const isHolder = book.holder === event.device;
  switch (fact.kind) {
    case 'book-closed':
      return isHolder ? ok({ ...book, closedOn: fact.payload.closedOn }) : notHolder();
    case 'custody-requested':
      return isHolder
        ? refuse('register/already-holder', 'Máy này đang giữ sổ.')
        : ok(requested(book, fact.payload, event));
    case 'custody-handed-over':
      return isHolder ? passedOn(book, fact.payload) : notHolder();
    case 'custody-taken-over':
      return passedOn(book, fact.payload);
    case 'book-branch-closed':
      return ok(book);
    case 'late-number-reported': {
      const { bookId: _bookId, ...late } = fact.payload;
      return ok({ ...book, late: [...withoutLate(book, late.entryId), { ...late, device: event.device }] });
    }
    case 'number-voided':
      return isHolder
        ? marked(book, fact.payload, { use: 'voided', reason: fact.payload.reason })
        : notHolder();
    case 'paper-number-noted':
      return isHolder
        ? marked(book, fact.payload, { use: 'paper', reason: fact.payload.basis })
        : notHolder();
    case 'number-granted': {
      if (!isHolder) return notHolder();
      const { entryId, dossierId, oldNumber, reason } = fact.payload;
      const next = marked(book, fact.payload, { use: 'granted', reason, entryId, dossierId, oldNumber });
      return next.ok ? ok({ ...next.value, late: withoutLate(book, entryId) }) : next;
    }
    default:
      return assertNever(fact, 'book event');
  }
}

function opened(payload: EventPayload<'book-opened'>, device: string): BookState {
  const { bookId, book, year, volume, lastNumber, openedOn, epoch, deviceName = '' } = payload;
  return {
    ...{ bookId, book, year, volume, lastNumber, openedOn, epoch },
    entries: 0,
    closedOn: '',
    holder: device,
    terms: [{ holder: device, holderName: deviceName, epoch, after: lastNumber, upTo: undefined }],
    marks: [],
    requests: [],
    late: [],
  };
}

function requested(book: BookState, payload: EventPayload<'custody-requested'>, event: BookEvent): BookState {
  const { deviceName, reason } = payload;
  const others = book.requests.filter((each) => each.device !== event.device);
  return { ...book, requests: [...others, { device: event.device, deviceName, reason, at: event.at }] };
}

/** The running term ends at the number told, and the next one begins after it. */
function passedOn(
  book: BookState,
  payload: Pick<EventPayload<'custody-handed-over'>, 'to' | 'toName' | 'epoch' | 'lastNumber'>,
): Result<BookState> {
  const { to, toName, epoch, lastNumber } = payload;
  if (epoch !== book.epoch + 1) return stale();
  if (lastNumber < (book.terms.at(-1)?.after ?? 0)) {
    return refuse('request/invalid', 'Số cuối nhỏ hơn số cuối của lần giữ sổ trước.');
  }
  const ended = book.terms.map((term) => (term.upTo === undefined ? { ...term, upTo: lastNumber } : term));
  const term = { holder: to, holderName: toName, epoch, after: lastNumber, upTo: undefined };
  return ok({ ...book, holder: to, epoch, lastNumber, terms: [...ended, term], requests: [] });
}

function marked(
  book: BookState,
  about: { readonly number: number; readonly epoch: number; readonly book: string; readonly year: number },
  mark: Pick<NumberMark, 'use' | 'reason'> & Partial<NumberMark>,
): Result<BookState> {
  const { number, epoch } = about;
  if (about.book !== book.book || about.year !== book.year) {
    return refuse('request/invalid', 'Số và năm không thuộc quyển sổ này.');
  }
  if (epoch !== book.epoch) return stale();
  if (number <= (book.terms[0]?.after ?? 0) || book.marks.some((each) => each.number === number)) {
    return refuse('register/number-taken', `Số ${number} đã có trong sổ.`);
  }
  const whole = { number, epoch, entryId: '', dossierId: '', oldNumber: 0, ...mark };
  return ok({ ...book, marks: [...book.marks, whole] });
}

function withoutLate(book: BookState, entryId: string): BookState['late'] {
  return book.late.filter((each) => each.entryId !== entryId);
}

/** What stands against an entry being the next one of a book; undefined when nothing does. */
export function entryProblem(
  book: Pick<BookState, 'closedOn' | 'epoch' | 'lastNumber' | 'year'> | undefined,
  entry: { readonly year: number; readonly number: number; readonly epoch: number },
): ReturnType<typeof problem> | undefined {
  const found = (code: ErrorCode, message: string) => problem(code, 'error', message);
  if (!book) return found('register/no-book', `Chưa mở sổ năm ${entry.year}. Hãy mở sổ trước khi vào sổ.`);
  if (book.closedOn !== '')
    return found('register/book-closed', `Sổ năm ${book.year} đã khóa, không thể vào sổ.`);
  if (entry.epoch < book.epoch) return found('register/stale-epoch', 'Sổ đã được bàn giao cho máy khác.');
  if (entry.number <= book.lastNumber)
    return found('register/number-taken', `Số ${entry.number} đã được cấp.`);
  return undefined;
}

function notHolder(): Result<never> {
  return refuse('register/not-holder', 'Máy này không giữ sổ.');
}

function stale(): Result<never> {
  return refuse('register/stale-epoch', 'Sổ đã được bàn giao cho máy khác.');
}

function refuse(code: ErrorCode, message: string): Result<never> {
  return err([problem(code, 'error', message)]);
}
