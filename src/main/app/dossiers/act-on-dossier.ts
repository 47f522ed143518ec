import type { Contract } from '#shared/contract/index.ts';
import { decide, guard, notPermitted } from '#shared/dossiers/decide.ts';
import { mayDo } from '#shared/dossiers/permissions.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { factOf } from './actions/payloads.ts';
import { dossierOf } from './dossier-of.ts';
import { type DossierView, dossierView } from './dossier-view.ts';

/**
 * One step of a dossier, in one durable transaction: role, version seen, state and guards, then the event. Nothing
 * is written when any of them refuses.
 */
export function actOnDossier(
  app: App,
  { account }: Caller,
  input: InputOf<Contract['dossiers']['act']>,
): Result<DossierView> {
  const { kind } = input.action;
  if (!mayDo(account.roles, kind)) return err([notPermitted(kind)]);
  return app.store.write((writer) => {
    const found = dossierOf(writer, input.dossierId);
    if (!found.ok) return found;
    const { state, procedure } = found.value;
    if (state.version !== input.seen) return refuse('dossier/changed');
    const now = app.clock.now();
    const guarded = guard(state, kind, now);
    if (guarded) return err([guarded]);
    const fact = factOf(input.action, { app, reader: writer, state, procedure, account, now });
    if (!fact.ok) return fact;
    const actor = account.accountId;
    const decided = decide(state, fact.value, { actor, roles: account.roles, at: now });
    if (!decided.ok) return decided;
    writer.append([{ ...fact.value, stream: state.dossierId, base: state.version }], { actor, at: now });
    return ok(dossierView(writer, decided.value, procedure, account, now));
  });
}
