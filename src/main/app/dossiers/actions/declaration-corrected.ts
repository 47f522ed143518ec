import { contextOfDossier } from '#main/app/context-of.ts';
import { blocks } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { checkDeclaration } from '#shared/procedures/check-declaration.ts';
import type { PayloadOf } from './action-context.ts';

/** Corrected facts pass the same check as at reception; names in lists follow, fees too while none was collected. */
export const correctDeclaration: PayloadOf<'declaration-corrected'> = ({ facts, reason }, about) => {
  const { app, reader, state, procedure } = about;
  const context = contextOfDossier(app, reader, state);
  const checked = checkDeclaration(procedure, facts, state.components, context);
  if (blocks(checked.problems)) return err(checked.problems.filter((each) => each.severity === 'error'));
  const open = state.money === 'none' || state.money === 'due';
  return ok({
    facts: checked.facts,
    reason,
    parties: procedure.parties(checked.facts),
    ...(open ? { fees: [...procedure.fees(checked.facts, context)] } : {}),
  });
};
