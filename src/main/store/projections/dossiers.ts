import type { DossierState } from '#shared/dossiers/state.ts';
import { deadlineRuns } from '#shared/dossiers/status.ts';
import type { Connection } from '../connection.ts';
import { rowKeeper } from '../row-keeper.ts';

const columns = [
  'dossier_id',
  'version',
  'status',
  'open',
  'code',
  'local_ref',
  'procedure',
  'subject',
  'applicant',
  'received_at',
  'due_at',
  'due_date',
] as const;

/** One row per dossier: the columns the lists are made of. */
export function dossierProjection(connection: Connection) {
  const rows = rowKeeper(connection, 'dossiers', ['dossier_id'], columns);
  return {
    put(state: DossierState): void {
      const { status, parties, due } = state;
      rows.put({
        dossier_id: state.dossierId,
        version: state.version,
        status,
        open: deadlineRuns(status) ? 1 : 0,
        code: state.code,
        local_ref: state.localRef,
        procedure: state.procedure,
        subject: parties.subject,
        applicant: parties.applicant,
        received_at: state.receivedAt,
        due_at: due.at,
        due_date: due.date,
      });
    },
    clear(): void {
      connection.sqlite.exec('DELETE FROM dossiers');
    },
  };
}
