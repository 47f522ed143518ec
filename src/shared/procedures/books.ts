import type { BookDefinition, BookKind } from '../registers/entry.ts';
import { procedures } from './procedures.generated.ts';

/** The books the procedures write into, each once. */
export function books(): readonly BookDefinition[] {
  const byKind = new Map(procedures.map((procedure) => [procedure.book.kind, procedure.book]));
  return [...byKind.values()];
}

/** The title on the cover; the kind itself for a book of a procedure this app does not know yet. */
export function bookTitle(kind: BookKind): string {
  return books().find((book) => book.kind === kind)?.title ?? kind;
}
