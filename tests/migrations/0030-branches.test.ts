import { expect, test } from 'vitest';
import { connect } from '#main/store/connection.ts';
import { migrate } from '#main/store/migrate.ts';
import { deviceMigrations, readMigrationSteps } from '#main/store/migration-steps.ts';
import { testFolder, testKey } from '#tests/builders/test-store.ts';

const event = `INSERT INTO events (id, office, device, device_seq, kind, version, stream, base, actor, at, clock, payload, origin)
  VALUES (?, 'HN-CG', 'device', ?, 'dossier-received', 1, 'stream', 0, 'clerk', '2026-11-23T01:00:00.000Z', 'checked', '{}', 'here')`;

test('the queue keeps its items, their answers and their counts, and learns a state more', () => {
  using folder = testFolder();
  const { sqlite } = connect(folder.file, testKey);
  const steps = readMigrationSteps(deviceMigrations);
  migrate(
    sqlite,
    steps.filter((step) => step.version <= 20),
    () => undefined,
  );
  for (const [index, id] of ['a', 'b'].entries()) sqlite.prepare(event).run(id, index + 1);
  sqlite.exec(`INSERT INTO outbox (local_seq, stream, actor, state, reason, attempts) VALUES
    (1, 'stream', 'clerk', 'needs-you', 'city/stale-base', 3), (2, 'stream', 'clerk', 'waiting', '', 0)`);
  const done = migrate(
    sqlite,
    steps.filter((step) => step.version <= 30),
    () => undefined,
  );
  expect(done).toEqual({ ok: true, value: { from: 20, to: 30 } });
  expect(sqlite.prepare('SELECT local_seq, state, reason, attempts FROM outbox').raw().all()).toEqual([
    [1, 'needs-you', 'city/stale-base', 3],
    [2, 'waiting', '', 0],
  ]);
  sqlite.exec("UPDATE outbox SET state = 'resolved' WHERE local_seq = 1");
  expect(
    sqlite.prepare('SELECT state, count FROM outbox_counts WHERE count > 0 ORDER BY state').raw().all(),
  ).toEqual([
    ['resolved', 1],
    ['waiting', 1],
  ]);
  expect(() => sqlite.exec('DELETE FROM outbox')).toThrow('never removed');
  sqlite.close();
});
