import { expect, test } from 'vitest';
import { connect } from '#main/store/connection.ts';
import { migrate } from '#main/store/migrate.ts';
import { deviceMigrations, readMigrationSteps } from '#main/store/migration-steps.ts';
import { testFolder, testKey } from '#tests/builders/test-store.ts';

test('the events of a day are found by an index', () => {
  using folder = testFolder();
  const { sqlite } = connect(folder.file, testKey);
  const steps = readMigrationSteps(deviceMigrations).filter((step) => step.version <= 60);
  expect(migrate(sqlite, steps, () => undefined).ok).toBe(true);
  const plan = sqlite
    .prepare(`EXPLAIN QUERY PLAN SELECT id FROM events WHERE at >= '2026-11-22' AND at < '2026-11-23'`)
    .all();
  expect(JSON.stringify(plan)).toContain('events_day');
  sqlite.close();
});
