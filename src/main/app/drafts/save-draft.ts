import type { Contract } from '#shared/contract/index.ts';
import type { Facts } from '#shared/forms/field.ts';
import { normaliseFacts } from '#shared/forms/normalise.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { currentVersion } from '#shared/procedures/read-procedure.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { procedureOf } from '../procedure-of.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { ownDraft } from './own-draft.ts';

type Save = Contract['drafts']['save'];

/** Keeps what is typed so far, as typed: a field hidden by another answer comes back when the answer changes back. */
export function saveDraft(app: App, caller: Caller, input: InputOf<Save>): Result<OutputOf<Save>> {
  return app.store.write((writer) => {
    const found = ownDraft(writer, caller, input.draftId);
    if (!found.ok) return found;
    const draft = found.value;
    if (draft.discarded) return refuse('draft/not-found');
    if (draft.revision !== input.revision) return refuse('draft/stale');
    const procedure = procedureOf(draft.procedure);
    if (!procedure.ok) return procedure;
    const saved = {
      ...draft,
      payloadVersion: currentVersion(procedure.value),
      facts: input.facts as Facts,
      components: input.components,
      revision: draft.revision + 1,
      savedAt: app.clock.now(),
      subject: procedure.value.parties(normaliseFacts(procedure.value.form, input.facts)).subject,
    };
    writer.saveDraft(saved);
    return ok({ revision: saved.revision, savedAt: saved.savedAt });
  });
}
