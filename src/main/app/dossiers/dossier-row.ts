import type { DossierRow } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { deadlineRuns } from '#shared/dossiers/status.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import type { OutputOf } from '../contract-types.ts';

export type DossierRowView = OutputOf<Contract['dossiers']['list']>['rows'][number];

export function dossierRow(row: DossierRow, today: PlainDate): DossierRowView {
  const { dossierId, code, localRef, procedure, subject, applicant, status } = row;
  const { receivedAt, dueAt, dueDate, sync, files } = row;
  return {
    ...{ dossierId, code, localRef, procedure, subject, applicant, status },
    ...{ receivedAt, dueAt, dueDate, sync, files },
    lateness: latenessOf(row, today),
  };
}

/** By whole days, as the worklists count: a dossier due today is not overdue before tomorrow. */
export function latenessOf(
  row: Pick<DossierRow, 'status' | 'dueDate'>,
  today: PlainDate,
): DossierRowView['lateness'] {
  if (!deadlineRuns(row.status)) return 'closed';
  if (row.dueDate < today) return 'overdue';
  return row.dueDate === today ? 'due-today' : 'in-time';
}
