import { sql } from 'drizzle-orm';
import type { DossierState } from '#shared/dossiers/state.ts';
import { deadlineRuns } from '#shared/dossiers/status.ts';
import type { Connection } from '../connection.ts';
import { dossiers } from '../schema.ts';

/** One row per dossier: the columns the lists are made of. */
export function dossierProjection({ db }: Connection) {
  const place = sql.placeholder;
  const insert = db
    .insert(dossiers)
    .values({
      dossierId: place('dossierId'),
      version: place('version'),
      status: place('status'),
      open: place('open'),
      code: place('code'),
      localRef: place('localRef'),
      procedure: place('procedure'),
      subject: place('subject'),
      applicant: place('applicant'),
      receivedAt: place('receivedAt'),
      dueAt: place('dueAt'),
      dueDate: place('dueDate'),
    })
    .onConflictDoUpdate({
      target: dossiers.dossierId,
      set: {
        version: sql`excluded.version`,
        status: sql`excluded.status`,
        open: sql`excluded.open`,
        code: sql`excluded.code`,
        localRef: sql`excluded.local_ref`,
        procedure: sql`excluded.procedure`,
        subject: sql`excluded.subject`,
        applicant: sql`excluded.applicant`,
        receivedAt: sql`excluded.received_at`,
        dueAt: sql`excluded.due_at`,
        dueDate: sql`excluded.due_date`,
      },
    })
    .prepare();

  return {
    put(state: DossierState): void {
      const { dossierId, version, status, code, localRef, procedure, receivedAt, parties, due } = state;
      insert.run({
        dossierId,
        version,
        status,
        open: deadlineRuns(status),
        code,
        localRef,
        procedure,
        subject: parties.subject,
        applicant: parties.applicant,
        receivedAt,
        dueAt: due.at,
        dueDate: due.date,
      });
    },
    clear(): void {
      db.delete(dossiers).run();
    },
  };
}
