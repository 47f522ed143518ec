import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { testFolder, testKey } from '#tests/builders/test-store.ts';
import { connect } from './connection.ts';
import * as schema from './schema.ts';

type Column = { name: string; type: string; notnull: number; pk: number };

test('the schema that queries see is the one the migrations make', () => {
  using folder = testFolder();
  folder.open();
  const { sqlite } = connect(folder.file, testKey);
  const made = new Map(
    sqlite
      .prepare<[], string>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all()
      .map((table) => [table, describe(sqlite.pragma(`table_info(${table})`) as Column[])]),
  );
  sqlite.close();
  const seen = new Map(
    Object.values(schema)
      .filter((value) => value instanceof SQLiteTable)
      .map((table) => {
        const { name, columns, primaryKeys } = getTableConfig(table);
        const keys = primaryKeys.flatMap((key) => key.columns.map((column) => column.name));
        const described = columns.map((column) => ({
          name: column.name,
          type: column.getSQLType().toUpperCase(),
          notnull: Number(column.notNull),
          pk: Number(column.primary || keys.includes(column.name)),
        }));
        return [name, describe(described)];
      }),
  );
  expect(new Map([...seen].sort())).toEqual(new Map([...made].sort()));
});

/** A key column is never null, whether the schema says so or not. */
function describe(columns: readonly Column[]): readonly string[] {
  return columns.map(
    ({ name, type, notnull, pk }) => `${name} ${type}${notnull || pk ? ' NOT NULL' : ''}${pk ? ' KEY' : ''}`,
  );
}

test('nothing is deleted by cascade', () => {
  using folder = testFolder();
  folder.open();
  const { sqlite } = connect(folder.file, testKey);
  const made = sqlite
    .prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL')
    .pluck()
    .all();
  sqlite.close();
  expect(made.filter((text) => /ON DELETE CASCADE/i.test(text))).toEqual([]);
});
