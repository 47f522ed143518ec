import { contextOfDossier, factsOf } from '#main/app/context-of.ts';
import { proposeEntry } from '#main/app/register/propose-entry.ts';
import type { EntryId } from '#shared/kernel/ids.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { blocks } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { checkDeclaration } from '#shared/procedures/check-declaration.ts';
import type { PayloadOf } from './action-context.ts';

/** Writes the book: the number is taken in the same transaction, so that it is given once and leaves no gap. */
export const registerEntry: PayloadOf<'entry-registered'> = (_action, about) => {
  const { app, reader, state, procedure, account, now } = about;
  const facts = factsOf(state, procedure);
  const context = contextOfDossier(app, reader, state);
  const { problems } = checkDeclaration(procedure, facts, state.components, context);
  if (blocks(problems)) return err(problems.filter((each) => each.severity === 'error'));
  const proposed = proposeEntry(app, reader, { state, procedure }, now);
  if (!proposed.ok) return proposed;
  const { book, number, draft } = proposed.value;
  return ok({
    entry: {
      ...draft,
      columns: [...draft.columns],
      boxes: [...draft.boxes],
      notes: [...draft.notes],
      searchKeys: [...draft.searchKeys],
      entryId: app.newId<EntryId>(),
      bookId: book.bookId,
      book: book.book,
      year: book.year,
      number,
      epoch: book.epoch,
      registeredOn: localDate(now),
      registrar: account.fullName,
    },
    next: procedure.awaitsPersonalId(facts) ? 'awaiting-personal-id' : 'registered',
  });
};
