import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import type { TakeOverRequest } from '#shared/sync/office-protocol.ts';
import type { Queries } from '../store/database.ts';
import { lastEntryNumber, nextDeviceSeq } from '../store/feed-page.ts';
import { type Ledger, openLedger } from '../store/ledger.ts';
import { saveBatch } from '../store/save-batch.ts';
import { Batch, type PushContext, type Sender } from './push.ts';
import { readEvent } from './read-event.ts';

export type TakenOver =
  | {
      readonly outcome: 'given';
      readonly epoch: number;
      readonly lastNumber: number;
      readonly feedSeq: number;
    }
  | { readonly outcome: 'refused'; readonly reason: ErrorCode; readonly message: string };

/**
 * Gives a book to another device in an emergency. The city writes the event itself, under the commune's lock, from the
 * last number it knows: a device can neither give itself an epoch nor begin below a number already registered.
 * @param author the city's own id: the device its events are told to come from
 */
export async function takeOver(
  context: PushContext,
  author: string,
  sender: Sender,
  request: TakeOverRequest,
  at: Date,
): Promise<TakenOver> {
  const { office, device } = sender;
  const { bookId } = request;
  return context.database.queries.transaction(async (queries) => {
    // Above the time too: a restored city never gives the place of a take-over it forgot to another one.
    const deviceSeq = Math.max(await nextDeviceSeq(queries, office, author), at.getTime());
    const ledger = await openLedger(queries, office, {
      device: author,
      eventIds: [request.id],
      deviceSeqs: [deviceSeq],
      streams: [{ stream: bookId, base: Number.MAX_SAFE_INTEGER }],
      numbers: [],
    });
    const before = ledger.accepted.get(request.id);
    if (before) return given(ledger, bookId, before.feedSeq);
    const wrong = problemOf(ledger, device, request);
    if (wrong) return wrong;
    const lastNumber = Math.max(request.lastNumber, await lastNumberKnown(queries, ledger, bookId));
    const batch = new Batch(context, ledger, at);
    const { deviceName, approvedBy, reason, actor } = request;
    const epoch = request.epoch + 1;
    const written = readEvent({
      ...{ id: request.id, office, device: author, deviceSeq, actor, stream: bookId, version: 1 },
      kind: 'custody-taken-over',
      base: ledger.streams.get(bookId)?.version ?? 0,
      at: at.toISOString(),
      clock: 'checked',
      payload: { bookId, to: device, toName: deviceName, epoch, lastNumber, approvedBy, reason },
    });
    const answer = batch.take(written);
    await saveBatch(queries, ledger, { device: author, at, ...batch });
    if (!('feedSeq' in answer)) return refusal('request/invalid', answer.message);
    return given(ledger, bookId, answer.feedSeq);
  });
}

function problemOf(ledger: Ledger, device: string, request: TakeOverRequest): TakenOver | undefined {
  const state = ledger.books.get(request.bookId)?.state;
  if (!state) return refusal('register/no-book', 'Thành phố chưa nhận được việc mở sổ này.');
  if (state.closedOn !== '') return refusal('register/book-closed');
  if (state.epoch !== request.epoch) {
    return refusal('city/stale-epoch', 'Sổ vừa được chuyển cho máy khác. Hãy đợi đồng bộ rồi xem lại.');
  }
  return state.holder === device ? refusal('register/already-holder') : undefined;
}

async function lastNumberKnown(queries: Queries, ledger: Ledger, bookId: string): Promise<number> {
  const state = ledger.books.get(bookId)?.state;
  const marks = state?.marks.map((mark) => mark.number) ?? [];
  return Math.max(
    state?.terms.at(-1)?.after ?? 0,
    await lastEntryNumber(queries, ledger.office, bookId),
    ...marks,
  );
}

function given(ledger: Ledger, bookId: string, feedSeq: number): TakenOver {
  const term = ledger.books.get(bookId)?.state.terms.at(-1);
  return { outcome: 'given', epoch: term?.epoch ?? 0, lastNumber: term?.after ?? 0, feedSeq };
}

function refusal(reason: ErrorCode, message: string = errorCodes[reason]): TakenOver {
  return { outcome: 'refused', reason, message };
}
