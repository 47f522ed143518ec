import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzleNodePostgres } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';

/** What queries are written against: PostgreSQL or PGlite, inside or outside a transaction. */
export type Queries = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** One connection on which scripts and plain SQL run; for migrations. */
export type Session = {
  /** Several statements, without parameters. */
  script(sql: string): Promise<void>;
  rows<Row>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
};

export type Database = {
  readonly kind: 'postgres' | 'pglite';
  readonly queries: Queries;
  /** Lends a connection of its own until the promise settles. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** A query that runs longer than this is a fault, and its device tries again. */
const STATEMENT_TIMEOUT_MS = 30_000;

/** More than the requests worked on at once, so that files and probes find one; PostgreSQL lends 100 by default. */
const CONNECTIONS = 16;

/** @param url `postgres://…` */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  });
  // An idle connection that the server drops must not end the process; the next query opens another.
  pool.on('error', () => {});
  return {
    kind: 'postgres',
    queries: drizzleNodePostgres(pool),
    async session(work) {
      const client = await pool.connect();
      try {
        return await work({
          script: async (sql) => {
            await client.query(sql);
          },
          rows: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
        });
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/**
 * The embedded database, for a developer's machine, tests and the demo: it does not flush to the disk, so a
 * power cut may lose what it acknowledged.
 * @param folder where it lives; in memory when undefined
 */
export async function openPglite(folder?: string): Promise<Database> {
  const lock = folder === undefined ? undefined : await lockFolder(folder);
  const database = folder === undefined ? new PGlite() : new PGlite(folder);
  await database.waitReady;
  return {
    kind: 'pglite',
    queries: drizzlePglite(database),
    session: (work) =>
      work({
        script: async (sql) => {
          await database.exec(sql);
        },
        rows: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
          (await database.query<Row>(sql, [...parameters])).rows,
      }),
    async close() {
      await database.close();
      await lock?.release();
    },
  };
}
