import { createHash } from 'node:crypto';
import type { Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { documentHtml } from '#shared/documents/html.ts';
import type { PrintDocument } from '#shared/documents/model.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { normaliseFacts } from '#shared/forms/normalise.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type AnyProcedure, ruleSetOn } from '#shared/procedures/define-procedure.ts';
import { documentsUnder } from '#shared/procedures/read-procedure.ts';
import type { App } from '../app.ts';
import { contextAt, factsOf } from '../context-of.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { dossierOf } from '../dossiers/dossier-of.ts';
import { draftView } from '../drafts/draft-view.ts';
import { ownDraft } from '../drafts/own-draft.ts';
import { procedureOf } from '../procedure-of.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { calibrationOf } from './calibrations.ts';
import { deskDocuments } from './desk-documents.ts';
import { waitsFor } from './readiness.ts';
import { slipInputOf } from './slip-input-of.ts';
import { watermarkOf } from './watermark.ts';

export type Target = InputOf<Contract['documents']['preview']>;
export type Rendered = OutputOf<Contract['documents']['preview']>;
type Made = { readonly document: PrintDocument; readonly legal: boolean };

/** A page as a host prints it. `purpose` decides the watermark of a legal paper. */
export function renderDocument(
  app: App,
  reader: Reader,
  caller: Caller,
  target: Target,
  purpose: 'preview' | 'print',
): Result<Rendered> {
  const made = target.draftId
    ? ofDraft(app, reader, caller, target.draftId, target.document)
    : ofDossier(app, reader, target.dossierId ?? '', target.document);
  if (!made.ok) return made;
  const { document, legal } = made.value;
  const watermark = watermarkOf(app.mode, legal, purpose);
  const html = documentHtml(document, {
    calibration: calibrationOf(reader, target.document),
    fontBaseUrl: app.fontBaseUrl,
    ...(watermark === undefined ? {} : { watermark }),
  });
  const { size, orientation } = document.sheet;
  const sha256 = createHash('sha256').update(html).digest('hex');
  return ok({ title: document.title, html, sheet: { size, orientation }, sha256, legal });
}

function ofDraft(app: App, reader: Reader, caller: Caller, draftId: string, id: string): Result<Made> {
  const draft = ownDraft(reader, caller, draftId);
  if (!draft.ok) return draft;
  const found = procedureOf(draft.value.procedure);
  if (!found.ok) return found;
  const context = contextAt(app, reader, app.clock.now());
  const ruleSet = ruleSetOn(found.value.ruleSets, context.today).id;
  const definition = documentsUnder(found.value, ruleSet).find((each) => each.id === id);
  if (!definition) return refuse('document/not-found');
  if (definition.availableFrom !== 'declaration') {
    return refuse('document/not-ready', 'Bản nháp chỉ in được tờ khai. Hãy tiếp nhận hồ sơ trước.');
  }
  const facts = normaliseFacts(found.value.form, draftView(draft.value).facts);
  return ok({
    document: definition.render({ ...context, facts, dossierCode: '' }),
    legal: definition.legal,
  });
}

function ofDossier(app: App, reader: Reader, dossierId: string, id: string): Result<Made> {
  const found = dossierOf(reader, dossierId);
  if (!found.ok) return found;
  const { state, procedure } = found.value;
  const desk = deskDocuments.find((each) => each.id === id);
  if (desk) {
    if (!desk.concerns(state)) return refuse('document/not-ready');
    const slip = slipInputOf(reader, state, procedure);
    return ok({ document: desk.render({ slip, state, procedure, reader }), legal: false });
  }
  return ofProcedure(app, reader, state, procedure, id);
}

function ofProcedure(
  app: App,
  reader: Reader,
  state: DossierState,
  procedure: AnyProcedure,
  id: string,
): Result<Made> {
  const definition = documentsUnder(procedure, state.ruleSet).find((each) => each.id === id);
  if (!definition) return refuse('document/not-found');
  const missing = waitsFor(state, procedure, definition);
  if (missing !== '') return refuse('document/not-ready', missing);
  const document = definition.render({
    ...contextAt(app, reader, app.clock.now()),
    facts: factsOf(state, procedure),
    entry: state.entry,
    personalId: state.personalId || undefined,
    signer: state.signer,
    dossierCode: state.code || state.localRef,
    receivedAt: state.receivedAt as Instant,
  });
  return ok({ document, legal: definition.legal });
}
