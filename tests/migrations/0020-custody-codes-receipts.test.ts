import { expect, test } from 'vitest';
import { connect } from '#main/store/connection.ts';
import { migrate } from '#main/store/migrate.ts';
import { deviceMigrations, readMigrationSteps } from '#main/store/migration-steps.ts';
import { birthBook } from '#tests/builders/store-events.ts';
import { testFolder, testKey } from '#tests/builders/test-store.ts';

test('an opened book keeps the last number of its paper book as the start of its first term', () => {
  using folder = testFolder();
  const { sqlite } = connect(folder.file, testKey);
  const steps = readMigrationSteps(deviceMigrations);
  const before = steps.filter((step) => step.version <= 10);
  expect(migrate(sqlite, before, () => undefined).ok).toBe(true);
  sqlite.exec(`
    INSERT INTO events (id, office, device, device_seq, kind, version, stream, base, actor, at, clock, payload, origin)
      VALUES ('e-1', 'HN-CG', 'd-1', 1, 'book-opened', 1, '${birthBook}', 0, 'a-1', '2026-01-02T01:00:00.000Z',
              'checked', '{"bookId":"${birthBook}","lastNumber":37}', 'here');
    INSERT INTO books VALUES ('${birthBook}', 'HN-CG', 'birth', 2026, '01', 40, 3, '2026-01-02', '', 'd-1', 1);`);
  const upTo20 = steps.filter((step) => step.version <= 20);
  expect(migrate(sqlite, upTo20, () => undefined)).toEqual({ ok: true, value: { from: 10, to: 20 } });
  expect(sqlite.prepare('SELECT last_number, term_start FROM books').all()).toEqual([
    { last_number: 40, term_start: 37 },
  ]);
  expect(sqlite.prepare('SELECT count(*) FROM receipt_seals').pluck().get()).toBe(0);
  sqlite.close();
});
