import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import { requireSight } from '../dossiers/may-see.ts';
import type { Caller } from '../session/caller.ts';
import { type BookView, bookView } from './book-view.ts';

export function listBooks(app: App, { account }: Caller): Result<BookView[]> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  return ok(app.store.read((reader) => reader.books()).map((book) => bookView(app, book)));
}
