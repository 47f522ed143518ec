import type { EventPayload } from '#shared/dossiers/events.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import type { RegisterEntry } from '#shared/registers/entry.ts';
import { type Ledger, numberKey } from '../store/ledger.ts';
import { held, type Rejected, refused } from './verdict.ts';

/** PostgreSQL's `integer`; no year, number or epoch comes near it. */
const LARGEST_INTEGER = 2_147_483_647;

/** Whether these can stand in a register at all. */
export function isRegisterNumber(of: {
  readonly year: number;
  readonly number: number;
  readonly epoch: number;
}): boolean {
  return [of.year, of.number, of.epoch].every((each) => each >= 0 && each <= LARGEST_INTEGER);
}

type Checked =
  | { readonly entry: RegisterEntry; readonly rejected?: undefined }
  | { readonly rejected: Rejected };

/**
 * Whether an entry may have its number: given by a device within a term in which it held the book, and to no one
 * else. Entries reach the city in any order between dossiers, so being the next number is not asked. A late entry
 * whose number people settled stands at the number it was granted.
 */
export function checkEntryNumber(
  ledger: Ledger,
  device: string,
  entry: EventPayload<'entry-registered'>['entry'],
): Checked {
  if (!isRegisterNumber(entry)) return { rejected: refused('city/malformed', undefined, 'entry') };
  const book = ledger.books.get(entry.bookId);
  if (!book) return { rejected: held('register/no-book', 'Thành phố chưa nhận được việc mở sổ này.') };
  const { state, endNumber } = book;
  if (state.book !== entry.book || state.year !== entry.year) {
    return { rejected: refused('city/malformed', 'Số và năm không thuộc quyển sổ này.', 'entry') };
  }
  const registeredOn = entry.registeredOn as PlainDate;
  const granted = state.marks.find((mark) => mark.use === 'granted' && mark.entryId === entry.entryId);
  if (granted) {
    const { number, epoch } = granted;
    return { entry: { ...entry, number, epoch, registeredOn } };
  }
  const term = state.terms.find((each) => each.holder === device && each.epoch === entry.epoch);
  if (!term || (term.upTo !== undefined && entry.number > term.upTo)) {
    return { rejected: held('city/stale-epoch') };
  }
  if (entry.number <= term.after) {
    const message = `Số ${entry.number} đã có trong sổ trước khi máy này nhận giữ sổ.`;
    return { rejected: held('city/number-taken', message) };
  }
  if (endNumber !== undefined && entry.number > endNumber) return { rejected: held('register/book-closed') };
  const isMarked = state.marks.some((mark) => mark.number === entry.number);
  if (isMarked || ledger.numbers.has(numberKey(entry))) return { rejected: held('city/number-taken') };
  return { entry: { ...entry, registeredOn } };
}
