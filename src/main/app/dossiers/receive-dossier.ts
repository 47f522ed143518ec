import { readCodeBook, saveCodeBook } from '#main/store/code-book.ts';
import type { Contract } from '#shared/contract/index.ts';
import { takeCode } from '#shared/dossiers/code-lease.ts';
import { notPermitted } from '#shared/dossiers/decide.ts';
import type { EventPayload } from '#shared/dossiers/events.ts';
import { mayDo } from '#shared/dossiers/permissions.ts';
import type { DossierId } from '#shared/kernel/ids.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { blocks, type Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { ruleSetOn } from '#shared/procedures/define-procedure.ts';
import { currentVersion } from '#shared/procedures/read-procedure.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { draftView } from '../drafts/draft-view.ts';
import { ownDraft } from '../drafts/own-draft.ts';
import { attachedPayload } from '../files/take-off-file.ts';
import { procedureOf } from '../procedure-of.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { isEnrolled } from '../settings.ts';
import { assess } from './assess.ts';
import { nextLocalReference } from './local-reference.ts';

type Receive = Contract['dossiers']['receive'];

/**
 * Turns a draft into a received dossier: judged again as it stands, one durable transaction for the event, its
 * reference and the draft's end. Errors stop it; a warning the clerk has not acknowledged stops it too.
 */
export function receiveDossier(app: App, caller: Caller, input: InputOf<Receive>): Result<OutputOf<Receive>> {
  const { account } = caller;
  if (!mayDo(account.roles, 'dossier-received')) return err([notPermitted('dossier-received')]);
  return app.store.write((writer) => {
    if (!isEnrolled(writer)) return refuse('sync/not-enrolled');
    const draft = ownDraft(writer, caller, input.draftId);
    if (!draft.ok) return draft;
    if (draft.value.discarded) return refuse('draft/not-found');
    const found = procedureOf(draft.value.procedure);
    if (!found.ok) return found;
    const procedure = found.value;
    const now = app.clock.now();
    const declared = draftView(draft.value);
    const assessed = assess(app, writer, procedure, declared, now);
    const stopping = stoppingProblems(assessed.problems, input.acknowledged);
    if (stopping.length > 0 || !assessed.due) return err(stopping);

    const taken = takeCode(readCodeBook(writer), localDate(now));
    if (taken) saveCodeBook(writer, taken.book);
    const payload: EventPayload<'dossier-received'> = {
      procedure: procedure.id,
      payloadVersion: currentVersion(procedure),
      ruleSet: ruleSetOn(procedure.ruleSets, localDate(now)).id,
      channel: input.channel,
      code: taken?.code ?? '',
      localRef: nextLocalReference(app, writer),
      facts: assessed.facts,
      components: declared.components,
      setCount: input.setCount,
      receivedAt: now,
      due: assessed.due,
      fees: [...assessed.fees],
      returnBy: input.returnBy,
      parties: procedure.parties(assessed.facts),
      acknowledged: assessed.problems.filter(isWarning).map(({ code, field }) => ({ code, field })),
    };
    const dossierId = app.newId<DossierId>();
    const attached = writer.files
      .of({ draftId: draft.value.draftId })
      .filter((row) => !row.takenOff)
      .map((row, index) => ({
        kind: 'file-attached' as const,
        payload: attachedPayload(row),
        stream: dossierId,
        base: index + 1,
      }));
    writer.append([{ kind: 'dossier-received', payload, stream: dossierId, base: 0 }, ...attached], {
      actor: account.accountId,
      at: now,
    });
    writer.removeDraft(draft.value.draftId);
    return ok({ dossierId, code: payload.code, localRef: payload.localRef, due: payload.due });
  });
}

function stoppingProblems(
  problems: readonly Problem[],
  acknowledged: readonly { readonly code: string; readonly field?: string | undefined }[],
): Problem[] {
  if (blocks(problems)) return problems.filter((each) => each.severity === 'error');
  return problems
    .filter(isWarning)
    .filter((each) => !acknowledged.some((seen) => seen.code === each.code && seen.field === each.field));
}

function isWarning(each: Problem): boolean {
  return each.severity === 'warning';
}
