import type { FileOwner } from '#main/store/files/types.ts';
import type { Reader } from '#main/store/types.ts';
import { decide } from '#shared/dossiers/decide.ts';
import type { Fact } from '#shared/dossiers/events.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import type { App } from '../app.ts';
import { dossierOf } from '../dossiers/dossier-of.ts';
import { requireSight } from '../dossiers/may-see.ts';
import { ownDraft } from '../drafts/own-draft.ts';
import { procedureOf } from '../procedure-of.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';

export type Owned = {
  readonly procedure: AnyProcedure;
  /** Undefined for a draft. */
  readonly dossier: DossierState | undefined;
};

/** What the files belong to, when the caller may look at it: an own draft, or a dossier. */
export function ownerOf(reader: Reader, caller: Caller, owner: FileOwner): Result<Owned> {
  if ('draftId' in owner) {
    const draft = ownDraft(reader, caller, owner.draftId);
    if (!draft.ok) return draft;
    if (draft.value.discarded) return refuse('draft/not-found');
    const procedure = procedureOf(draft.value.procedure);
    return procedure.ok ? ok({ procedure: procedure.value, dossier: undefined }) : procedure;
  }
  const sight = requireSight(caller.account);
  if (!sight.ok) return sight;
  const found = dossierOf(reader, owner.dossierId);
  return found.ok ? ok({ procedure: found.value.procedure, dossier: found.value.state }) : found;
}

/** Whether the caller may do this to the dossier's files now. */
export function mayChange(
  app: App,
  { account }: Caller,
  dossier: DossierState,
  fact: Fact<'file-attached' | 'file-taken-off'>,
): Result<DossierState> {
  return decide(dossier, fact, { actor: account.accountId, roles: account.roles, at: app.clock.now() });
}
