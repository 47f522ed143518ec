import { expect, test } from 'vitest';
import { connect } from '#main/store/connection.ts';
import { migrate } from '#main/store/migrate.ts';
import { deviceMigrations, readMigrationSteps } from '#main/store/migration-steps.ts';
import { testFolder, testKey } from '#tests/builders/test-store.ts';

test('a file belongs to a draft or to a dossier, never to both or to none', () => {
  using folder = testFolder();
  const { sqlite } = connect(folder.file, testKey);
  const steps = readMigrationSteps(deviceMigrations).filter((step) => step.version <= 40);
  expect(migrate(sqlite, steps, () => undefined)).toEqual({ ok: true, value: { from: 0, to: 40 } });
  sqlite.exec(
    "INSERT INTO file_contents (sha256, size, mime, rank, state) VALUES ('ab', 1, 'image/png', 1, 'kept')",
  );
  const insert = sqlite.prepare(
    "INSERT INTO files VALUES (?, ?, ?, 'ab', '', '', 'Trang 1', '2026-11-23T02:00:00.000Z', 'a-1', 0)",
  );
  insert.run('f-1', 'draft', '');
  insert.run('f-2', '', 'dossier');
  expect(() => insert.run('f-3', '', '')).toThrow(/CHECK/);
  expect(() => insert.run('f-4', 'draft', 'dossier')).toThrow(/CHECK/);
  sqlite.close();
});
