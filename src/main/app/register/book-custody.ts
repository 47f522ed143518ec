import type { Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { BookState } from '#shared/dossiers/book-state.ts';
import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import { timelineText } from '#shared/dossiers/timeline.ts';
import { asId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { gapsIn, nextNumber } from '#shared/registers/numbering.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { requireSight } from '../dossiers/may-see.ts';
import { lateEntries } from '../keeping/follow-grants.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { staleBookEvents } from './stale-book-events.ts';
import { bookRow } from './write-to-book.ts';

export type CustodyView = OutputOf<Contract['register']['custody']>;

/** Who holds a book and held it, which numbers have no entry and why, and late numbers that wait for a decision. */
export function bookCustody(
  app: App,
  { account }: Caller,
  input: InputOf<Contract['register']['custody']>,
): Result<CustodyView> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  return app.store.read((reader) => {
    const { bookId } = input;
    const row = bookRow(reader, bookId);
    const { state } = foldBookStream(reader.streamEvents(bookId));
    if (!row || !state) return refuse('register/no-book');
    const numbers = reader.numbersOf(bookId);
    return ok({
      bookId,
      held: row.holder === app.deviceId && row.closedOn === '',
      epoch: state.epoch,
      nextNumber: nextNumber(row, state.marks),
      terms: state.terms.map((term) => ({
        epoch: term.epoch,
        holder: term.holderName || `Máy ${term.holder.slice(-4).toUpperCase()}`,
        here: term.holder === app.deviceId,
        after: term.after,
        upTo: term.upTo ?? null,
      })),
      requests: [...state.requests],
      gaps: [...openGaps(state, numbers, row.lastNumber)],
      marks: state.marks.map(({ number, use, reason }) => ({ number, use, reason })),
      stale: staleBookEvents(reader, bookId).map(({ id: eventId, at, ...event }) => ({
        ...{ eventId, at },
        ...timelineText(event),
      })),
      late: [...lateNumbers(app, reader, state, numbers)],
    });
  });
}

/** Numbers up to the last one that no entry has and nobody has explained. */
export function openGaps(
  state: Pick<BookState, 'terms' | 'marks'>,
  numbers: readonly number[],
  lastNumber: number,
): readonly { readonly from: number; readonly to: number }[] {
  const start = (state.terms[0]?.after ?? 0) + 1;
  const known = [...numbers, ...state.marks.map((mark) => mark.number)];
  const last = Math.max(lastNumber, ...known);
  return gapsIn([...known, last + 1], start);
}

function lateNumbers(
  app: App,
  reader: Reader,
  state: BookState,
  numbers: readonly number[],
): CustodyView['late'] {
  const settled = new Set(state.marks.map((mark) => mark.entryId));
  const own = lateEntries(reader).flatMap(({ item, entry }) => {
    if (entry.bookId !== state.bookId || settled.has(entry.entryId)) return [];
    const { entryId, number, epoch } = entry;
    return [{ dossierId: item.stream, entryId, number, epoch, device: app.deviceId as string }];
  });
  const told = state.late.filter((each) => !own.some((mine) => mine.entryId === each.entryId));
  return [...own, ...told].map(({ dossierId, entryId, number, device }) => ({
    dossierId,
    entryId,
    number,
    here: device === app.deviceId,
    reported: state.late.some((each) => each.entryId === entryId),
    free: isFree(reader, state, numbers, { number, dossierId }),
  }));
}

/** Whether a late entry may keep its number: nobody else stands there. */
export function isFree(
  reader: Pick<Reader, 'dossier'>,
  state: BookState,
  numbers: readonly number[],
  { number, dossierId }: { readonly number: number; readonly dossierId: string },
): boolean {
  if (state.marks.some((mark) => mark.number === number)) return false;
  if (!numbers.includes(number)) return true;
  // It may stand at the number itself, on the machine that gave it.
  return reader.dossier(asId(dossierId))?.entry?.number === number;
}
