import type { DossierQuery } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { localDate } from '#shared/kernel/instant.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { dossierRow } from './dossier-row.ts';
import { requireSight } from './may-see.ts';
import { type Worklist, worklistStatuses } from './worklists.ts';

type List = Contract['dossiers']['list'];

export function listDossiers(app: App, { account }: Caller, input: InputOf<List>): Result<OutputOf<List>> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  const today = localDate(app.clock.now());
  const { limit, offset, text } = input;
  const query: DossierQuery = {
    ...filterOf(input.worklist, today),
    ...(text ? { text } : {}),
    limit,
    offset,
  };
  const { rows, total } = app.store.read((reader) => reader.dossierRows(query));
  return ok({ rows: rows.map((row) => dossierRow(row, today)), total });
}

function filterOf(worklist: Worklist, today: PlainDate): Pick<DossierQuery, 'statuses' | 'dueBefore'> {
  if (worklist === 'all') return {};
  if (worklist === 'overdue') return { dueBefore: today };
  return { statuses: worklistStatuses[worklist] };
}
