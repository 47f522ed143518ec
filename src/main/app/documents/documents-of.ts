import type { Contract } from '#shared/contract/index.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { documentsUnder } from '#shared/procedures/read-procedure.ts';
import type { OutputOf } from '../contract-types.ts';
import { deskDocuments } from './desk-documents.ts';
import { waitsFor } from './readiness.ts';

type Listed = OutputOf<Contract['dossiers']['get']>['documents'][number];

/** The papers of a dossier: those of the desk that concern it, then those of its procedure and law. */
export function documentsOf(state: DossierState, procedure: AnyProcedure): Listed[] {
  const desk = deskDocuments
    .filter((each) => each.concerns(state))
    .map(({ id, title }) => ({ id, title, legal: false, overlay: false, ready: true, waitsFor: '' }));
  const own = documentsUnder(procedure, state.ruleSet).map((each) => {
    const missing = waitsFor(state, procedure, each);
    const { id, title, legal, overlay = false } = each;
    return { id, title, legal, overlay, ready: missing === '', waitsFor: missing };
  });
  return [...desk, ...own].map((each) => ({ ...each, printed: printedCopies(state, each.id) }));
}

/** Copies that came out well or are still in somebody's hands; spoilt and cancelled ones are not counted. */
function printedCopies(state: DossierState, document: string): number {
  return state.prints
    .filter((print) => print.document === document)
    .filter((print) => print.outcome === 'printed' || print.outcome === 'unsettled')
    .reduce((sum, print) => sum + print.copies, 0);
}
