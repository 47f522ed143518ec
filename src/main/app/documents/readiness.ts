import type { DossierState } from '#shared/dossiers/state.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { AnyProcedure, DocumentDefinition } from '#shared/procedures/define-procedure.ts';
import { factsOf } from '../context-of.ts';

/**
 * What a document of the procedure still waits for, in Vietnamese; empty when it can be made. A certificate whose
 * result needs a personal ID is not made without it (rule B07).
 */
export function waitsFor(
  state: DossierState,
  procedure: AnyProcedure,
  document: Pick<DocumentDefinition, 'availableFrom'>,
): string {
  const { availableFrom } = document;
  if (availableFrom === 'declaration') return '';
  if (!state.entry) return 'Chờ ghi vào sổ hộ tịch.';
  if (availableFrom === 'entry') return '';
  const missing = state.personalId === '' && procedure.awaitsPersonalId(factsOf(state, procedure));
  if (missing) return 'Chờ số định danh cá nhân.';
  if (availableFrom === 'personal-id') return '';
  if (availableFrom === 'signature') return state.signer ? '' : 'Chờ lãnh đạo ký.';
  return assertNever(availableFrom, 'moment of a document');
}
