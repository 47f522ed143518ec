import type { BookState } from './book-state.ts';
import { type BookEvent, foldBook } from './fold-book.ts';

/** A book as its stream tells it, in canonical order; an event that does not fit is passed by with its code. */
export function foldBookStream<E extends BookEvent>(
  history: readonly E[],
): { readonly state: BookState | undefined; readonly passedBy: ReadonlyMap<E, string> } {
  const passedBy = new Map<E, string>();
  let state: BookState | undefined;
  for (const event of history) {
    const next = foldBook(state, event);
    if (next.ok) state = next.value;
    else passedBy.set(event, next.error[0]?.code ?? 'request/invalid');
  }
  return { state, passedBy };
}
