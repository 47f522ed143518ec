import { and, desc, eq, sql } from 'drizzle-orm';
import type { AccountId, DraftId } from '#shared/kernel/ids.ts';
import type { Connection } from './connection.ts';
import { drafts } from './schema.ts';
import type { SearchWriter } from './search.ts';
import { draftItem } from './search-items.ts';
import type { Draft } from './types.ts';

export function draftReader({ db }: Connection) {
  const one = db
    .select()
    .from(drafts)
    .where(eq(drafts.draftId, sql.placeholder('id')))
    .prepare();
  const all = db
    .select()
    .from(drafts)
    .where(and(eq(drafts.owner, sql.placeholder('owner')), eq(drafts.discarded, false)))
    .orderBy(desc(drafts.savedAt))
    .prepare();
  return {
    drafts: (owner: AccountId): readonly Draft[] => all.all({ owner }),
    /** A discarded draft too, so that it can be taken back. */
    draft: (id: DraftId): Draft | undefined => one.get({ id }),
  };
}

export function draftWriter({ db }: Connection, search: SearchWriter) {
  return {
    saveDraft(draft: Draft): void {
      db.insert(drafts).values(draft).onConflictDoUpdate({ target: drafts.draftId, set: draft }).run();
      if (draft.discarded) search.remove('draft', draft.draftId);
      else search.put(draftItem(draft));
    },
    removeDraft(id: DraftId): void {
      db.delete(drafts).where(eq(drafts.draftId, id)).run();
      search.remove('draft', id);
    },
  };
}
