import pg from 'pg';
import type { CommuneLog } from './load-child.ts';

/** What a drained city's database says of a run. */
export type LedgerCheck = {
  /** Events a machine sent that are not in its commune's feed. */
  readonly lost: number;
  /** Rows of a feed beyond what its machine wrote. */
  readonly duplicated: number;
  readonly notTaken: number;
  readonly filesMissing: number;
  readonly databaseMiB: number;
};

/** Counts in SQL, by the sequence numbers each machine gave its events: 1 to as many as it wrote. */
export async function checkLedger(databaseUrl: string, logs: readonly CommuneLog[]): Promise<LedgerCheck> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const number = async (sql: string, parameters: readonly unknown[] = []): Promise<number> => {
    const { rows } = await client.query<{ n: string | null }>(sql, [...parameters]);
    return Number(rows[0]?.n ?? 0);
  };
  try {
    const written = [logs.map(({ office }) => office), logs.map(({ eventsWritten }) => eventsWritten)];
    const files = logs.reduce((sum, each) => sum + each.filesAttached, 0);
    return {
      lost: await number(
        `SELECT count(*) AS n FROM unnest($1::text[], $2::int[]) AS w (office, events)
           CROSS JOIN LATERAL generate_series(1, w.events) AS seq
          WHERE NOT EXISTS (SELECT FROM feed f WHERE f.commune_id = w.office AND f.device_seq = seq)`,
        written,
      ),
      duplicated: await number(
        `SELECT sum(have.rows - w.events) AS n FROM unnest($1::text[], $2::int[]) AS w (office, events)
           JOIN (SELECT commune_id, count(*) AS rows FROM feed GROUP BY 1) AS have
             ON have.commune_id = w.office AND have.rows > w.events`,
        written,
      ),
      notTaken: await number('SELECT count(*) AS n FROM held WHERE resolved_at IS NULL'),
      filesMissing:
        files - (await number('SELECT count(*) AS n FROM file_contents WHERE stored_at IS NOT NULL')),
      databaseMiB: (await number('SELECT pg_database_size(current_database()) AS n')) / 2 ** 20,
    };
  } finally {
    await client.end();
  }
}

/** The process that all servers of the cluster belong to. */
export async function postmasterOf(databaseUrl: string, parentOf: (pid: number) => number): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return parentOf(rows[0]?.pid ?? 0);
  } finally {
    await client.end();
  }
}
