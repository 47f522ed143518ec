import { expect, test } from 'vitest';
import { connect } from '#main/store/connection.ts';
import { migrate } from '#main/store/migrate.ts';
import { deviceMigrations, readMigrationSteps } from '#main/store/migration-steps.ts';
import { testFolder, testKey } from '#tests/builders/test-store.ts';

test('an empty file becomes a database with an empty log and one cursor', () => {
  using folder = testFolder();
  const { sqlite } = connect(folder.file, testKey);
  const steps = readMigrationSteps(deviceMigrations).filter((step) => step.version <= 10);
  expect(migrate(sqlite, steps, () => undefined)).toEqual({ ok: true, value: { from: 0, to: 10 } });
  expect(sqlite.prepare('SELECT * FROM sync_state').all()).toEqual([
    { id: 1, server_id: '', feed_seq: 0, last_contact_at: '', clock: 'unchecked' },
  ]);
  expect(sqlite.prepare('SELECT count(*) FROM events').pluck().get()).toBe(0);
  sqlite.close();
});
