import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { Caller } from '../session/caller.ts';
import { type DraftSummary, draftSummary } from './draft-view.ts';

/** The caller's own drafts, last saved first: offered again after a crash. */
export function listDrafts(app: App, { account }: Caller): Result<DraftSummary[]> {
  return ok(app.store.read((reader) => reader.drafts(account.accountId)).map(draftSummary));
}
