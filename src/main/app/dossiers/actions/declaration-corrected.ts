import { contextOfDossier, factsOf } from '#main/app/context-of.ts';
import type { EventPayload } from '#shared/dossiers/events.ts';
import { changesBetween, sameValue } from '#shared/dossiers/fact-changes.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Facts } from '#shared/forms/field.ts';
import { blocks } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { checkDeclaration } from '#shared/procedures/check-declaration.ts';
import { currentVersion } from '#shared/procedures/read-procedure.ts';
import type { ActionContext, PayloadOf } from './action-context.ts';

type Corrected = EventPayload<'declaration-corrected'>;

/** Corrected facts pass the same check as at reception; names in lists follow, fees too while none was collected. */
export const correctDeclaration: PayloadOf<'declaration-corrected'> = ({ facts, reason }, about) =>
  correctionOf(facts, reason, about);

/** What a correction changes of what stands now, so that it can be put over what others change meanwhile. */
export function correctionOf(
  declared: Readonly<Record<string, unknown>>,
  reason: string,
  about: Pick<ActionContext, 'app' | 'reader' | 'state' | 'procedure'>,
): Result<Corrected> {
  const { app, reader, state, procedure } = about;
  const context = contextOfDossier(app, reader, state);
  const { facts, problems } = checkDeclaration(procedure, declared, state.components, context);
  if (blocks(problems)) return err(problems.filter((each) => each.severity === 'error'));
  const fees = [...procedure.fees(facts, context)];
  const open = state.money === 'none' || state.money === 'due';
  return ok({
    facts,
    reason,
    ...versioned(state, currentVersion(procedure), factsOf(state, procedure), facts),
    parties: changedOf(state.parties, procedure.parties(facts)),
    ...(open && !sameValue(fees, state.fees) ? { fees } : {}),
  });
}

/** Keys of an older payload version mean something else: such a correction replaces everything. */
function versioned(
  state: DossierState,
  payloadVersion: number,
  before: Facts,
  after: Facts,
): Pick<Corrected, 'payloadVersion' | 'changes'> {
  if (state.payloadVersion !== payloadVersion) return { payloadVersion };
  return { payloadVersion, changes: [...changesBetween(before, after)] };
}

function changedOf(before: DossierState['parties'], after: DossierState['parties']): Corrected['parties'] {
  const changed = Object.entries(after).filter(
    ([name, text]) => before[name as keyof typeof before] !== text,
  );
  return Object.fromEntries(changed);
}
