import type { Contract } from '#shared/contract/index.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { requireSight } from './may-see.ts';
import { worklistStatuses } from './worklists.ts';

type Counts = OutputOf<Contract['dossiers']['counts']>;

/** How many dossiers each worklist holds now. */
export function countDossiers(app: App, { account }: Caller): Result<Counts> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  const today = localDate(app.clock.now());
  return app.store.read((reader) => {
    const byStatus = reader.countByStatus();
    const sum = (statuses: readonly string[]): number =>
      statuses.reduce((total, status) => total + (byStatus[status] ?? 0), 0);
    return ok({
      all: sum(Object.keys(byStatus)),
      reception: sum(worklistStatuses.reception),
      supplement: sum(worklistStatuses.supplement),
      review: sum(worklistStatuses.review),
      register: sum(worklistStatuses.register),
      'personal-id': sum(worklistStatuses['personal-id']),
      signature: sum(worklistStatuses.signature),
      return: sum(worklistStatuses.return),
      overdue: reader.countOpenDueBefore(today),
      closed: sum(worklistStatuses.closed),
    });
  });
}
