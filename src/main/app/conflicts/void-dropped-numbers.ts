import type { StoredEvent, Writer } from '#main/store/types.ts';
import { entryOf } from '#shared/dossiers/entry-of.ts';
import type { AccountId } from '#shared/kernel/ids.ts';
import type { App } from '../app.ts';
import { writeToBook } from '../register/write-to-book.ts';

/**
 * A number of an entry that nobody keeps stays in the paper book: it is noted as void, so that the gap has a reason.
 * Where this machine no longer holds the book its holder does so.
 */
export function voidDroppedNumbers(
  app: App,
  writer: Writer,
  dropped: readonly StoredEvent[],
  actor: AccountId,
): void {
  for (const event of dropped) {
    const entry = entryOf(event);
    if (!entry) continue;
    const { bookId, book, year, number, epoch } = entry;
    if (writer.numbersOf(bookId).includes(number)) continue;
    const reason = 'Bản ghi vào sổ của hồ sơ này đã bỏ khi giải quyết khác biệt giữa hai máy.';
    writeToBook(
      app,
      writer,
      { kind: 'number-voided', payload: { bookId, book, year, number, epoch, reason } },
      actor,
    );
  }
}
