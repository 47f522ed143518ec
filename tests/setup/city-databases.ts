import { type Database, openPglite, openPostgres } from '#city/store/database.ts';
import { startPostgres } from './postgres.ts';

export type TestDatabase = { readonly name: string; readonly database: Database };

export type TestDatabases = {
  /** One empty database of each kind this machine can run. */
  readonly each: readonly TestDatabase[];
  close(): Promise<void>;
};

/** Every test of the city runs on both databases; says so plainly when PostgreSQL cannot be had. */
export async function openTestDatabases(): Promise<TestDatabases> {
  const pglite = await openPglite();
  const postgres = await startPostgres();
  if (!postgres.ok) console.warn(`PostgreSQL was not run because ${postgres.reason}.`);
  const each = [
    { name: 'PGlite', database: pglite },
    ...(postgres.ok ? [{ name: 'PostgreSQL', database: openPostgres(await postgres.createDatabase()) }] : []),
  ];
  return {
    each,
    async close() {
      await Promise.all(each.map(({ database }) => database.close()));
      if (postgres.ok) await postgres.stop();
    },
  };
}
