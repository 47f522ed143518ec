import { expect, test } from 'vitest';
import { connect } from '#main/store/connection.ts';
import { migrate } from '#main/store/migrate.ts';
import { deviceMigrations, readMigrationSteps } from '#main/store/migration-steps.ts';
import { searchReader } from '#main/store/search.ts';
import { testFolder, testKey } from '#tests/builders/test-store.ts';

test('what was found is found again, under the status the dossier is in', () => {
  using folder = testFolder();
  const connection = connect(folder.file, testKey);
  const { sqlite } = connection;
  const steps = readMigrationSteps(deviceMigrations);
  const before = steps.filter((step) => step.version < 70);
  expect(migrate(sqlite, before, () => undefined).ok).toBe(true);
  sqlite.exec(
    `INSERT INTO dossiers VALUES ('d-1', 2, 'handed-over', 1, 'H26', 'T-1', 'birth-registration', 'Trần Văn Bình', '', '', '', '');
     INSERT INTO search_items VALUES
       (1, 'dossier', 'd-1', 'd-1', 'Trần Văn Bình', 'tran van binh', 'H26', 'birth-registration', 'handed-over', '2026-11-20', '[]', 'tran van binh'),
       (2, 'draft', 'r-1', '', 'Lê Văn Bình', 'le van binh', '', 'birth-registration', '', '2026-11-21', '[]', 'le van binh');
     INSERT INTO search_index (search_index) VALUES ('rebuild')`,
  );
  expect(
    migrate(
      sqlite,
      steps.filter((step) => step.version <= 70),
      () => undefined,
    ).ok,
  ).toBe(true);
  const hits = searchReader(connection).search('van binh', 5);
  expect(hits.map(({ id, status }) => [id, status])).toEqual([
    ['r-1', ''],
    ['d-1', 'handed-over'],
  ]);
  sqlite.exec(`INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)`);
  sqlite.close();
});
