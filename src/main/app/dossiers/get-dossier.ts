import type { Contract } from '#shared/contract/index.ts';
import { millisOf } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { dossierOf } from './dossier-of.ts';
import { type DossierView, dossierView } from './dossier-view.ts';
import { requireSight } from './may-see.ts';

/** A window refreshes the dossier it shows; within this time that is the same look. */
const REFRESH_MS = 10 * 60_000;

/** Opens a dossier; every look is in the audit log. */
export function getDossier(
  app: App,
  { account, window }: Caller,
  input: InputOf<Contract['dossiers']['get']>,
): Result<DossierView> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  const now = app.clock.now();
  const found = app.store.read((reader) => {
    const dossier = dossierOf(reader, input.dossierId);
    if (!dossier.ok) return dossier;
    return ok(dossierView(reader, dossier.value.state, dossier.value.procedure, account, now));
  });
  if (found.ok && app.sessions.looksAt(window, input.dossierId, millisOf(now), REFRESH_MS)) {
    const { accountId: actor } = account;
    app.store.write((writer) => writer.audit({ at: now, actor, action: 'read', target: input.dossierId }));
  }
  return found;
}
