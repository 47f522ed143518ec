import type { Draft, Reader } from '#main/store/types.ts';
import { asId, type DraftId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';

/** A draft of the caller, thrown away or not. Somebody else's is not found. */
export function ownDraft(reader: Reader, { account }: Caller, draftId: string): Result<Draft> {
  const draft = reader.draft(asId<DraftId>(draftId));
  return draft?.owner === account.accountId ? ok(draft) : refuse('draft/not-found');
}
