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
  const place = sql.placeholder;
  const put = db
    .insert(drafts)
    .values({
      draftId: place('draftId'),
      owner: place('owner'),
      procedure: place('procedure'),
      payloadVersion: place('payloadVersion'),
      facts: place('facts'),
      components: place('components'),
      revision: place('revision'),
      createdAt: place('createdAt'),
      savedAt: place('savedAt'),
      subject: place('subject'),
      discarded: place('discarded'),
    })
    .onConflictDoUpdate({
      target: drafts.draftId,
      set: {
        payloadVersion: sql`excluded.payload_version`,
        facts: sql`excluded.facts`,
        components: sql`excluded.components`,
        revision: sql`excluded.revision`,
        savedAt: sql`excluded.saved_at`,
        subject: sql`excluded.subject`,
        discarded: sql`excluded.discarded`,
      },
    })
    .prepare();
  const remove = db
    .delete(drafts)
    .where(eq(drafts.draftId, place('id')))
    .prepare();
  return {
    /** Adds or replaces; owner, procedure and time of the first save stay. */
    saveDraft(draft: Draft): void {
      put.run(draft);
      if (draft.discarded) search.remove('draft', draft.draftId);
      else search.put(draftItem(draft));
    },
    removeDraft(id: DraftId): void {
      remove.run({ id });
      search.remove('draft', id);
    },
  };
}
