import { and, asc, desc, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { DossierState } from '#shared/dossiers/state.ts';
import { deadlineRuns, dossierStatuses } from '#shared/dossiers/status.ts';
import { asId, type DossierId } from '#shared/kernel/ids.ts';
import type { Connection } from './connection.ts';
import type { FileCount } from './files/types.ts';
import { dossiers, statusCounts } from './schema.ts';
import type { DossierQuery, DossierRow, OutboxState } from './types.ts';

/** A text narrows a list to the newest this many dossiers it finds. */
const TEXT_LIMIT = 1_000;

type Around = {
  syncOf(streams: readonly string[]): ReadonlyMap<string, OutboxState>;
  findDossiers(text: string, limit: number): readonly string[];
  fileCountsOf(dossierIds: readonly string[]): ReadonlyMap<string, FileCount>;
};

const columns = {
  dossierId: dossiers.dossierId,
  version: dossiers.version,
  status: dossiers.status,
  code: dossiers.code,
  localRef: dossiers.localRef,
  procedure: dossiers.procedure,
  receivedAt: dossiers.receivedAt,
  subject: dossiers.subject,
  applicant: dossiers.applicant,
  dueAt: dossiers.dueAt,
  dueDate: dossiers.dueDate,
};

export function dossierReader({ db }: Connection, around: Around) {
  const counts = db.select().from(statusCounts).prepare();
  const countByStatus = (): Readonly<Record<string, number>> =>
    Object.fromEntries(counts.all().map((row) => [row.status, row.count]));

  function countRows(query: DossierQuery, where: SQL | undefined): number {
    if (query.text || query.dueBefore !== undefined) {
      return db.select({ total: sql<number>`count(*)` }).from(dossiers).where(where).get()?.total ?? 0;
    }
    const { statuses } = query;
    return Object.entries(countByStatus())
      .filter(([status]) => statuses === undefined || statuses.includes(status))
      .reduce((sum, [, count]) => sum + count, 0);
  }

  const withoutCode = db
    .select({ dossierId: dossiers.dossierId })
    .from(dossiers)
    .where(
      sql`${dossiers.code} = '' AND ${dossiers.open} = 1 AND EXISTS (SELECT 1 FROM events
        WHERE stream = ${dossiers.dossierId} AND kind = 'dossier-received' AND device = ${sql.placeholder('device')})`,
    )
    .limit(sql.placeholder('limit'))
    .prepare();

  return {
    dossiersWithoutCode: (device: string, limit: number): readonly DossierId[] =>
      withoutCode.all({ device, limit }).map((row) => asId<DossierId>(row.dossierId)),
    /** Soonest due first while the deadlines of all asked for still run, else the latest received first. */
    dossierRows(query: DossierQuery) {
      const where = conditions(query, around);
      const order = asksOpen(query)
        ? [asc(dossiers.dueDate), asc(dossiers.dueAt), asc(dossiers.dossierId)]
        : [desc(dossiers.receivedAt), desc(dossiers.dossierId)];
      // The page is found in an index first: only its own rows are read.
      const page = db
        .select({ id: dossiers.dossierId })
        .from(dossiers)
        .where(where)
        .orderBy(...order)
        .limit(query.limit)
        .offset(query.offset);
      const found = db
        .select(columns)
        .from(dossiers)
        .where(inArray(dossiers.dossierId, page))
        .orderBy(...order)
        .all();
      const ids = found.map((row) => row.dossierId);
      const sync = around.syncOf(ids);
      const files = around.fileCountsOf(ids);
      const rows: readonly DossierRow[] = found.map((row) => ({
        ...row,
        sync: sync.get(row.dossierId) ?? 'accepted',
        files: files.get(row.dossierId) ?? noFiles,
      }));
      return { rows, total: countRows(query, where) };
    },
    countByStatus,
    countOpenDueBefore: (date: string): number =>
      db
        .select({ total: sql<number>`count(*)` })
        .from(dossiers)
        .where(and(isOpen, lt(dossiers.dueDate, date)))
        .get()?.total ?? 0,
  };
}

const noFiles: FileCount = { total: 0, sent: 0 };

function conditions(query: DossierQuery, around: Around): SQL | undefined {
  const { statuses, text } = query;
  return and(
    statuses === undefined
      ? undefined
      : inArray(
          dossiers.status,
          statuses.map((status) => status as DossierState['status']),
        ),
    asksOpen(query) ? isOpen : undefined,
    query.dueBefore === undefined ? undefined : lt(dossiers.dueDate, query.dueBefore),
    text
      ? sql`${dossiers.dossierId} IN (SELECT value FROM json_each(${JSON.stringify(around.findDossiers(text, TEXT_LIMIT))}))`
      : undefined,
  );
}

/** Spelt as the partial index spells it, or SQLite would not use it. */
const isOpen = sql`open = 1`;

function asksOpen({ statuses, dueBefore }: DossierQuery): boolean {
  if (dueBefore !== undefined) return true;
  return (
    statuses !== undefined && dossierStatuses.every((each) => deadlineRuns(each) || !statuses.includes(each))
  );
}
