import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '#main/store/connection.ts';
import { migrate } from '#main/store/migrate.ts';
import { readMigrationSteps } from '#main/store/migration-steps.ts';
import { type TestFolder, testFolder, testKey } from '#tests/builders/test-store.ts';

const first = `CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parents (id));
INSERT INTO parents VALUES (1, 'a'), (2, 'b');
INSERT INTO children VALUES (1, 1), (2, 1), (3, 2);`;

/** A made-up folder of steps, and a database brought to its first one. */
function atFirstStep(folder: TestFolder) {
  const steps = join(folder.path, 'steps');
  mkdirSync(steps);
  const addStep = (name: string, text: string): void => writeFileSync(join(steps, name), text);
  addStep('0010-first.sql', first);
  const { sqlite } = connect(folder.file, testKey);
  const copies: number[] = [];
  const run = () => migrate(sqlite, readMigrationSteps(steps), (version) => copies.push(version));
  expect(run()).toEqual({ ok: true, value: { from: 0, to: 10 } });
  const rows = (query: string): unknown[] => sqlite.prepare(query).raw().all();
  return { sqlite, addStep, run, rows, copies };
}

test('a rebuilt table keeps its rows and its children', () => {
  using folder = testFolder();
  const { sqlite, addStep, run, rows, copies } = atFirstStep(folder);
  addStep(
    '0020-rebuild.sql',
    `CREATE TABLE parents_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL DEFAULT '') STRICT;
     INSERT INTO parents_new (id, name) SELECT id, name FROM parents;
     DROP TABLE parents;
     ALTER TABLE parents_new RENAME TO parents;`,
  );
  expect(run()).toEqual({ ok: true, value: { from: 10, to: 20 } });
  expect(rows('SELECT * FROM parents')).toEqual([
    [1, 'a', ''],
    [2, 'b', ''],
  ]);
  expect(rows('SELECT * FROM children')).toHaveLength(3);
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(copies).toEqual([10]);
  sqlite.close();
});

test('steps are applied once, in order', () => {
  using folder = testFolder();
  const { sqlite, addStep, run, rows, copies } = atFirstStep(folder);
  addStep('0030-third.sql', 'ALTER TABLE notes ADD COLUMN more TEXT;');
  addStep('0020-second.sql', 'CREATE TABLE notes (id INTEGER PRIMARY KEY);');
  expect(run()).toMatchObject({ value: { from: 10, to: 30 } });
  expect(run()).toMatchObject({ value: { from: 30, to: 30 } });
  expect(rows("SELECT name FROM pragma_table_info('notes')")).toEqual([['id'], ['more']]);
  expect(copies).toEqual([10]);
  sqlite.close();
});

test.each([
  ['fails halfway', 'DELETE FROM children; SELECT * FROM no_such_table;', 'no such table'],
  ['loses rows it does not declare', 'DELETE FROM children WHERE id = 3;', 'changes the rows of children'],
  ['drops a table it does not declare', 'DROP TABLE children;', 'changes the rows of children'],
  [
    'breaks a foreign key',
    '-- changes rows of: parents\nDELETE FROM parents WHERE id = 2;',
    'breaks foreign keys',
  ],
])('a step that %s leaves the database at the step before', (_what, text, message) => {
  using folder = testFolder();
  const { sqlite, addStep, run, rows } = atFirstStep(folder);
  addStep('0020-good.sql', 'CREATE TABLE notes (id INTEGER PRIMARY KEY);');
  addStep('0030-bad.sql', text);
  expect(run).toThrow(message);
  expect(sqlite.pragma('user_version', { simple: true })).toBe(20);
  expect(rows('SELECT count(*) FROM children')).toEqual([[3]]);
  expect(rows('SELECT count(*) FROM parents')).toEqual([[2]]);
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  sqlite.close();
});

test('rows a step declares may change', () => {
  using folder = testFolder();
  const { sqlite, addStep, run, rows } = atFirstStep(folder);
  addStep('0020-prune.sql', '-- changes rows of: children\nDELETE FROM children WHERE id = 3;');
  expect(run()).toMatchObject({ ok: true });
  expect(rows('SELECT count(*) FROM children')).toEqual([[2]]);
  sqlite.close();
});

test('a database of a newer app is refused', () => {
  using folder = testFolder();
  const { sqlite, run } = atFirstStep(folder);
  sqlite.pragma('user_version = 20');
  expect(run()).toMatchObject({ ok: false, error: [{ code: 'store/from-newer-app' }] });
  sqlite.close();
});

test.each([['10-short.sql'], ['0020_Upper.sql'], ['0020-bad name.sql']])(
  'a step named %s is refused',
  (name) => {
    using folder = testFolder();
    writeFileSync(join(folder.path, name), '');
    expect(() => readMigrationSteps(folder.path)).toThrow('not a migration step');
  },
);

test('two steps may not share a number', () => {
  using folder = testFolder();
  writeFileSync(join(folder.path, '0020-a.sql'), '');
  writeFileSync(join(folder.path, '0020-b.sql'), '');
  expect(() => readMigrationSteps(folder.path)).toThrow('two steps 20');
});

test('before a store moves to a newer step, a copy of it is made', () => {
  using folder = testFolder();
  folder.open().close();
  const { sqlite } = connect(folder.file, testKey);
  sqlite.pragma('user_version = 5');
  sqlite.close();
  const backupsDir = join(folder.path, 'backups');
  expect(() => folder.open({ backupsDir })).toThrow('already exists');
  expect(readdirSync(backupsDir)).toEqual(['before-step-after-5.db']);
});
