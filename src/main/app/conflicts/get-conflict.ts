import type { Contract } from '#shared/contract/index.ts';
import { millisOf } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { requireSight } from '../dossiers/may-see.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { compare } from './compare.ts';
import { type ConflictView, conflictView } from './conflict-view.ts';

/** A window refreshes what it compares; within this time that is the same look. */
const REFRESH_MS = 10 * 60_000;

/** Both versions of a dossier side by side. Whoever works on the dossier now may see them, also another clerk's. */
export function getConflict(
  app: App,
  { account, window }: Caller,
  { dossierId }: InputOf<Contract['conflicts']['get']>,
): Result<ConflictView> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  const at = app.clock.now();
  const found = app.store.read((reader) => {
    const compared = compare(reader, dossierId, at);
    return compared ? ok(conflictView(reader, compared, account)) : refuse('sync/no-conflict');
  });
  if (found.ok && app.sessions.looksAt(window, dossierId, millisOf(at), REFRESH_MS)) {
    const { accountId: actor } = account;
    app.store.write((writer) => writer.audit({ at, actor, action: 'read', target: dossierId }));
  }
  return found;
}
