import type { BookState } from '#shared/dossiers/book-state.ts';
import { type BookEventKind, closedBy, type Fact } from '#shared/dossiers/events.ts';
import { foldBook } from '#shared/dossiers/fold-book.ts';
import { isErrorCode } from '#shared/kernel/error-codes.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import { type Ledger, numberKey } from '../store/ledger.ts';
import { isRegisterNumber } from './check-entry-number.ts';
import { held, type Rejected, refused, type Verdict } from './verdict.ts';

/** Judges what happened to a book. A book year is in the custody of one device (fencing). */
export function judgeBookEvent(ledger: Ledger, envelope: Envelope, fact: Fact<BookEventKind>): Verdict {
  if (envelope.stream !== fact.payload.bookId) return refused('city/malformed', undefined, 'bookId');
  const known = ledger.books.get(envelope.stream)?.state;
  const wrong = numberProblem(ledger, fact) ?? openingProblem(ledger, envelope, known, fact);
  if (wrong) return wrong;
  const next = foldBook(known, envelope);
  if (next.ok) return { outcome: 'accepted', book: next.value, closed: closedBy(fact) };
  const [problem] = next.error;
  const code = problem?.code ?? 'city/transition';
  // The device was the holder when it wrote this; people settle what became of it since.
  return code === 'register/not-holder' || code === 'register/stale-epoch'
    ? held('city/stale-epoch')
    : held(isErrorCode(code) ? code : 'city/transition', problem?.message);
}

function openingProblem(
  ledger: Ledger,
  envelope: Envelope,
  known: BookState | undefined,
  fact: Fact<BookEventKind>,
): Rejected | undefined {
  if (fact.kind !== 'book-opened') return undefined;
  const { book, year, lastNumber, epoch } = fact.payload;
  if (known && known.holder !== envelope.device) return held('city/stale-epoch');
  if (!isRegisterNumber({ year, number: lastNumber, epoch })) {
    return refused('city/malformed', undefined, 'year');
  }
  if (heldElsewhere(ledger, envelope.device, book, year)) {
    return held('city/stale-epoch', `Sổ năm ${year} đã được mở ở máy khác của đơn vị.`);
  }
  return undefined;
}

/** A number that is to be marked must be a register's number and stand for no entry yet. */
function numberProblem(ledger: Ledger, fact: Fact<BookEventKind>): Rejected | undefined {
  if (fact.kind !== 'number-voided' && fact.kind !== 'paper-number-noted' && fact.kind !== 'number-granted') {
    return undefined;
  }
  if (!isRegisterNumber(fact.payload)) return refused('city/malformed', undefined, 'number');
  return ledger.numbers.has(numberKey(fact.payload)) ? held('city/number-taken') : undefined;
}

function heldElsewhere(ledger: Ledger, device: string, kind: string, year: number): boolean {
  return [...ledger.books.values()].some(
    ({ state }) => state.book === kind && state.year === year && state.holder !== device,
  );
}
