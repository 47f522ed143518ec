import type { SearchHit } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { asId, type DraftId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { requireSight } from '../dossiers/may-see.ts';
import type { Caller } from '../session/caller.ts';

type Find = Contract['search']['find'];

/** Finds in drafts, dossiers and entries at once. A colleague's draft is nobody else's business. */
export function find(app: App, caller: Caller, input: InputOf<Find>): Result<OutputOf<Find>> {
  const sight = requireSight(caller.account);
  if (!sight.ok) return sight;
  const started = performance.now();
  const hits = app.store.read((reader) => {
    const mine = (hit: SearchHit): boolean =>
      hit.where !== 'draft' || reader.draft(asId<DraftId>(hit.id))?.owner === caller.account.accountId;
    return reader.search(input.text, input.limit).filter(mine);
  });
  return ok({ hits: hits.map((hit) => ({ ...hit })), milliseconds: performance.now() - started });
}
