import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { procedureOf } from '../procedure-of.ts';
import type { Caller } from '../session/caller.ts';
import { assess } from './assess.ts';

type Check = Contract['dossiers']['check'];

/** Judges what is typed so far; writes nothing. */
export function checkDossier(app: App, _caller: Caller, input: InputOf<Check>): Result<OutputOf<Check>> {
  const procedure = procedureOf(input.procedure);
  if (!procedure.ok) return procedure;
  const found = app.store.read((reader) => assess(app, reader, procedure.value, input, app.clock.now()));
  return ok({
    problems: [...found.problems],
    ...(found.due ? { due: found.due } : {}),
    fees: [...found.fees],
    neededComponents: [...found.neededComponents],
    duplicates: [...found.duplicates],
    variantCode: found.variant.code,
    variantName: found.variant.name,
  });
}
