import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { requireSight } from '../dossiers/may-see.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { compare } from './compare.ts';
import { type ConflictView, conflictView } from './conflict-view.ts';

/** Both versions of a dossier side by side. Whoever works on the dossier now may see them, also another clerk's. */
export function getConflict(
  app: App,
  { account }: Caller,
  { dossierId }: InputOf<Contract['conflicts']['get']>,
): Result<ConflictView> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  const at = app.clock.now();
  return app.store.write((writer) => {
    const found = compare(writer, dossierId, at);
    if (!found) return refuse('sync/no-conflict');
    writer.audit({ at, actor: account.accountId, action: 'read', target: dossierId });
    return ok(conflictView(writer, found, account));
  });
}
