import type { Account, Writer } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import { isErrorCode } from '#shared/kernel/error-codes.ts';
import type { EventId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import type { BookView } from './book-view.ts';
import { requireKeeper } from './require-keeper.ts';
import { bookRow, writeToBook } from './write-to-book.ts';

type Register = Contract['register'];

/** Asks for a book another machine holds. */
export function requestCustody(
  app: App,
  { account }: Caller,
  { bookId, reason }: InputOf<Register['requestCustody']>,
): Result<BookView> {
  return asKeeper(app, account, (writer) =>
    writeToBook(
      app,
      writer,
      { kind: 'custody-requested', payload: { bookId, deviceName: app.deviceName, reason } },
      account.accountId,
    ),
  );
}

/** Gives a book to a machine that asked for it. This one gives no number from then on, whatever the line does. */
export function handOverBook(
  app: App,
  { account }: Caller,
  { bookId, to, reason }: InputOf<Register['handOver']>,
): Result<BookView> {
  return asKeeper(app, account, (writer) => {
    const row = bookRow(writer, bookId);
    const { state } = foldBookStream(writer.streamEvents(bookId));
    if (!row || !state) return refuse('register/no-book');
    const request = state.requests.find((each) => each.device === to);
    if (!request) return refuse('request/invalid', 'Chỉ bàn giao cho máy đã xin nhận giữ sổ.');
    const lastNumber = Math.max(row.lastNumber, ...state.marks.map((mark) => mark.number));
    const toName = request.deviceName;
    const payload = { bookId, to, toName, epoch: state.epoch + 1, lastNumber, reason };
    return writeToBook(app, writer, { kind: 'custody-handed-over', payload }, account.accountId);
  });
}

/**
 * Takes a book whose holder is gone, on the leader's word. The city decides; this machine gives numbers once the
 * city's event has come with the feed.
 */
export async function takeOverBook(
  app: App,
  { account }: Caller,
  input: InputOf<Register['takeOver']>,
): Promise<Result<OutputOf<Register['takeOver']>>> {
  if (!account.roles.includes('leader')) {
    return refuse('dossier/role', 'Chỉ lãnh đạo được quyết định tiếp quản sổ khẩn cấp.');
  }
  const book = app.store.read((reader) => bookRow(reader, input.bookId));
  if (!book) return refuse('register/no-book');
  const reply = await app.sync.takeOver({
    id: app.newId<EventId>(),
    ...{ bookId: book.bookId, epoch: book.epoch, lastNumber: input.lastNumber, reason: input.reason },
    ...{ deviceName: app.deviceName, actor: account.accountId, approvedBy: account.fullName },
  });
  if (!reply.ok) return refuse(reply.error);
  const taken = reply.value;
  if (taken.outcome === 'given') return ok({ epoch: taken.epoch, lastNumber: taken.lastNumber });
  return refuse(isErrorCode(taken.reason) ? taken.reason : 'request/invalid', taken.message);
}

/** Within one transaction, by a person who may keep books. */
export function asKeeper<T>(app: App, account: Account, step: (writer: Writer) => Result<T>): Result<T> {
  const keeper = requireKeeper(account);
  return keeper.ok ? app.store.write(step) : keeper;
}
