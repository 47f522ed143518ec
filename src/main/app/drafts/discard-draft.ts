import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { type DraftView, draftView } from './draft-view.ts';
import { ownDraft } from './own-draft.ts';

/** Takes a draft out of the lists without destroying it. */
export function discardDraft(
  app: App,
  caller: Caller,
  input: InputOf<Contract['drafts']['discard']>,
): Result<Record<string, never>> {
  const done = setDiscarded(app, caller, input.draftId, true);
  return done.ok ? ok({}) : done;
}

/** Undo of {@link discardDraft}. */
export function restoreDraft(
  app: App,
  caller: Caller,
  input: InputOf<Contract['drafts']['restore']>,
): Result<DraftView> {
  return setDiscarded(app, caller, input.draftId, false);
}

function setDiscarded(app: App, caller: Caller, draftId: string, discarded: boolean): Result<DraftView> {
  return app.store.write((writer) => {
    const found = ownDraft(writer, caller, draftId);
    if (!found.ok) return found;
    const changed = { ...found.value, discarded };
    writer.saveDraft(changed);
    return ok(draftView(changed));
  });
}
