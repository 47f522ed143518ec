import type { BookEventKind, Fact } from '#shared/dossiers/events.ts';
import { foldBook } from '#shared/dossiers/fold-book.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { Ledger } from '../store/ledger.ts';
import { isRegisterNumber } from './check-entry-number.ts';
import { held, refused, type Verdict } from './verdict.ts';

/** Judges the opening or closing of a book. A book year is in the custody of one device (fencing). */
export function judgeBookEvent(ledger: Ledger, envelope: Envelope, fact: Fact<BookEventKind>): Verdict {
  if (envelope.stream !== fact.payload.bookId) return refused('city/malformed', undefined, 'bookId');
  const known = ledger.books.get(envelope.stream)?.state;
  if (known && known.holder !== envelope.device) return held('city/stale-epoch');
  if (fact.kind === 'book-opened') {
    const { book, year, lastNumber, epoch } = fact.payload;
    if (!isRegisterNumber({ year, number: lastNumber, epoch })) {
      return refused('city/malformed', undefined, 'year');
    }
    if (heldElsewhere(ledger, envelope.device, book, year)) {
      return held('city/stale-epoch', `Sổ năm ${year} đã được mở ở máy khác của đơn vị.`);
    }
  }
  const next = foldBook(known, envelope);
  if (next.ok) return { outcome: 'accepted', book: next.value };
  const [problem] = next.error;
  return held(problem?.code ?? 'city/transition', problem?.message);
}

function heldElsewhere(ledger: Ledger, device: string, kind: string, year: number): boolean {
  return [...ledger.books.values()].some(
    ({ state }) => state.book === kind && state.year === year && state.holder !== device,
  );
}
