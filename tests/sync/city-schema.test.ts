import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openPglite } from '#city/store/database.ts';
import { migrate } from '#city/store/migrate.ts';
import * as schema from '#city/store/schema.ts';
import { openTestDatabases } from '#tests/setup/city-databases.ts';

const databases = await openTestDatabases();
afterAll(() => databases.close());

/** Tables that describe the installation, not a commune. */
const ofTheInstallation = ['server', 'schema_steps'];

const tables = Object.values(schema).filter((each) => is(each, PgTable));

type Column = { readonly table: string; readonly name: string; readonly nullable: boolean };

describe.each(databases.each)('the tables of a city on $name', ({ database }) => {
  beforeAll(() => migrate(database));

  it('have the commune first in every key and index, so that they can be spread by it', async () => {
    const indexes = await rows<{ table: string; index: string; first: string }>(
      database,
      `SELECT c.relname AS "table", i.relname AS "index", a.attname AS "first"
         FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
        WHERE c.relnamespace = 'public'::regnamespace AND (x.indisprimary OR x.indisunique)`,
    );
    const spread = indexes.filter(({ table }) => !ofTheInstallation.includes(table));
    expect(spread.filter(({ first }) => first !== 'commune_id')).toEqual([]);
    expect(new Set(spread.map(({ table }) => table))).toEqual(
      new Set(tables.map(getTableName).filter((name) => !ofTheInstallation.includes(name))),
    );
  });

  it('are as drizzle types them', async () => {
    const columns = await rows<Column>(
      database,
      `SELECT table_name AS "table", column_name AS "name", is_nullable = 'YES' AS "nullable"
         FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    for (const table of tables) {
      const config = getTableConfig(table);
      const typed = config.columns.map(({ name, notNull }) => ({
        table: config.name,
        name,
        nullable: !notNull,
      }));
      expect(columns).toEqual(expect.arrayContaining(typed));
    }
  });

  it('delete nothing by cascade', async () => {
    const cascades = await rows(database, `SELECT conname FROM pg_constraint WHERE confdeltype = 'c'`);
    expect(cascades).toEqual([]);
  });
});

describe('the migration runner', () => {
  let folder: string;
  let database: Database;

  beforeAll(async () => {
    database = await openPglite();
    folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-steps-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const step = (name: string, sql: string): void => writeFileSync(path.join(folder, name), sql);

  it('applies steps once, keeps nothing of one that fails, and refuses what it does not know', async () => {
    step('0010-first.sql', 'CREATE TABLE first (id integer);');
    await migrate(database, folder);
    await migrate(database, folder);

    step('0020-second.sql', 'CREATE TABLE second (id integer); SELECT 1 / 0;');
    await expect(migrate(database, folder)).rejects.toThrow('0020-second.sql failed');
    const names = await rows<{ name: string | null }>(
      database,
      `SELECT to_regclass('second')::text AS "name"`,
    );
    expect(names).toEqual([{ name: null }]);

    step('0010-first.sql', 'CREATE TABLE first (id bigint);');
    await expect(migrate(database, folder)).rejects.toThrow('was changed');
    rmSync(path.join(folder, '0010-first.sql'));
    await expect(migrate(database, folder)).rejects.toThrow('does not know');
  });

  it('applies a step that came after a later one had run, in order with the others', async () => {
    const late = await openPglite();
    try {
      step('0010-first.sql', 'CREATE TABLE first (id integer);');
      step('0040-fourth.sql', 'CREATE TABLE fourth (id integer);');
      await migrate(late, folder);
      step('0020-second.sql', 'ALTER TABLE first ADD COLUMN second integer;');
      step('0030-third.sql', 'ALTER TABLE first RENAME COLUMN second TO third;');
      await migrate(late, folder);
      await migrate(late, folder);
      const applied = await rows<{ number: number }>(late, 'SELECT number FROM schema_steps ORDER BY number');
      expect(applied.map(({ number }) => number)).toEqual([10, 20, 30, 40]);
      expect(await rows(late, 'SELECT id, third FROM first')).toEqual([]);
    } finally {
      await late.close();
    }
  });

  it('refuses a file that is not named as a step', async () => {
    step('first.sql', '');
    await expect(migrate(database, folder)).rejects.toThrow('not a migration name');
  });
});

function rows<Row>(database: Database, sql: string): Promise<readonly Row[]> {
  return database.session((session) => session.rows<Row>(sql));
}
