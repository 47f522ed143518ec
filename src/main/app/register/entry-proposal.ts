import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { dossierOf } from '../dossiers/dossier-of.ts';
import { requireSight } from '../dossiers/may-see.ts';
import type { Caller } from '../session/caller.ts';
import { proposeEntry } from './propose-entry.ts';

type Proposal = Contract['register']['proposal'];

/** Shows the entry and its number before the officer writes it; the number is not reserved. */
export function entryProposal(
  app: App,
  { account }: Caller,
  input: InputOf<Proposal>,
): Result<OutputOf<Proposal>> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  return app.store.read((reader) => {
    const found = dossierOf(reader, input.dossierId);
    if (!found.ok) return found;
    const proposed = proposeEntry(app, reader, found.value, app.clock.now());
    if (!proposed.ok) return proposed;
    const { book, number, draft } = proposed.value;
    return ok({
      bookId: book.bookId,
      title: found.value.procedure.book.title,
      number,
      year: book.year,
      columns: [...draft.columns],
      boxes: [...draft.boxes],
      notes: [...draft.notes],
    });
  });
}
