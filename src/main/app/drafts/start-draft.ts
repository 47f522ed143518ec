import type { Draft } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { notPermitted } from '#shared/dossiers/decide.ts';
import { mayDo } from '#shared/dossiers/permissions.ts';
import { initialFacts } from '#shared/forms/initial.ts';
import type { DraftId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { currentVersion } from '#shared/procedures/read-procedure.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { procedureOf } from '../procedure-of.ts';
import type { Caller } from '../session/caller.ts';
import { administrationSettings } from '../settings.ts';
import { type DraftView, draftView } from './draft-view.ts';

/** Begins a declaration; it is on disk before the window shows the form. */
export function startDraft(
  app: App,
  { account }: Caller,
  input: InputOf<Contract['drafts']['start']>,
): Result<DraftView> {
  if (!mayDo(account.roles, 'dossier-received')) return err([notPermitted('dossier-received')]);
  const found = procedureOf(input.procedure);
  if (!found.ok) return found;
  const procedure = found.value;
  const now = app.clock.now();
  const draft: Draft = {
    draftId: app.newId<DraftId>(),
    owner: account.accountId,
    procedure: procedure.id,
    payloadVersion: currentVersion(procedure),
    facts: initialFacts(procedure.form, {}, app.store.read(administrationSettings)),
    components: [],
    revision: 0,
    createdAt: now,
    savedAt: now,
    subject: '',
    discarded: false,
  };
  app.store.write((writer) => writer.saveDraft(draft));
  return ok(draftView(draft));
}
