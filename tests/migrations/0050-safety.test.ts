import { expect, test } from 'vitest';
import { connect } from '#main/store/connection.ts';
import { migrate } from '#main/store/migrate.ts';
import { deviceMigrations, readMigrationSteps } from '#main/store/migration-steps.ts';
import { testFolder, testKey } from '#tests/builders/test-store.ts';

test('a device keeps its cursor, and knows no witness of the feed yet', () => {
  using folder = testFolder();
  const { sqlite } = connect(folder.file, testKey);
  const steps = readMigrationSteps(deviceMigrations);
  const before = steps.filter((step) => step.version < 50);
  expect(migrate(sqlite, before, () => undefined).ok).toBe(true);
  sqlite.exec(
    `UPDATE sync_state SET server_id = 's-1', feed_seq = 7, last_contact_at = '2026-11-23T02:00:00.000Z'`,
  );
  const upTo50 = steps.filter((step) => step.version <= 50);
  expect(migrate(sqlite, upTo50, () => undefined).ok).toBe(true);
  expect(sqlite.prepare('SELECT feed_seq, witness_seq, witness_receipt FROM sync_state').all()).toEqual([
    { feed_seq: 7, witness_seq: 0, witness_receipt: '' },
  ]);
  expect(sqlite.prepare('SELECT count(*) FROM reoffers').pluck().get()).toBe(0);
  sqlite.close();
});
