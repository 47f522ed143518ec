import type { Reader } from '#main/store/types.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { asId, type DossierId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { procedureOf } from '../procedure-of.ts';
import { refuse } from '../refuse.ts';

/** A dossier together with its procedure. */
export function dossierOf(
  reader: Reader,
  dossierId: string,
): Result<{ readonly state: DossierState; readonly procedure: AnyProcedure }> {
  const state = reader.dossier(asId<DossierId>(dossierId));
  if (!state) return refuse('dossier/not-found');
  const procedure = procedureOf(state.procedure);
  return procedure.ok ? ok({ state, procedure: procedure.value }) : procedure;
}
