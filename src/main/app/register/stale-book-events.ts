import type { Reader, StoredEvent } from '#main/store/types.ts';
import { asId } from '#shared/kernel/ids.ts';

/** Events of a book written here that the city holds: the book had passed on when they came. */
export function staleBookEvents(reader: Reader, bookId: string): readonly StoredEvent[] {
  return reader
    .streamEvents(bookId)
    .filter(
      (event) =>
        event.origin === 'here' &&
        event.feedSeq === undefined &&
        reader.outboxItem(asId(event.id))?.state === 'needs-you',
    );
}
