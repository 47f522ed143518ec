import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { type DraftView, draftView } from './draft-view.ts';
import { ownDraft } from './own-draft.ts';

export function getDraft(
  app: App,
  caller: Caller,
  input: InputOf<Contract['drafts']['get']>,
): Result<DraftView> {
  const draft = app.store.read((reader) => ownDraft(reader, caller, input.draftId));
  return draft.ok ? ok(draftView(draft.value)) : draft;
}
