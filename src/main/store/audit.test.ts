import { expect, test } from 'vitest';
import { at, clerk } from '#tests/builders/store-events.ts';
import { type TestFolder, testFolder, testKey } from '#tests/builders/test-store.ts';
import { connect } from './connection.ts';

function withRows(folder: TestFolder, rows: number): void {
  const store = folder.open();
  store.write((writer) => {
    for (let minute = 1; minute <= rows; minute += 1) {
      writer.audit({ at: at(minute), actor: clerk, action: 'read', target: `target-${minute}` });
    }
  });
  store.close();
}

/** What somebody with the key and a SQL shell could do. */
function tamper(folder: TestFolder, sql: string): void {
  const { sqlite } = connect(folder.file, testKey);
  sqlite.exec('DROP TRIGGER audit_log_never_removed; DROP TRIGGER audit_log_never_rewritten;');
  sqlite.exec(sql);
  sqlite.close();
}

test('an untouched chain is intact over more than one page', () => {
  using folder = testFolder();
  withRows(folder, 5_200);
  const store = folder.open();
  expect(store.verifyAudit()).toEqual({ intact: true, checked: 5_200, brokenAt: 0 });
  expect(store.read((reader) => reader.auditRows({ limit: 1, offset: 0 }))).toMatchObject({
    total: 5_200,
    rows: [{ seq: 5_200, action: 'read', target: 'target-5200' }],
  });
});

test.each([
  ['a changed actor', `UPDATE audit_log SET actor = 'someone' WHERE seq = 7`, 7],
  ['a changed time', `UPDATE audit_log SET at = '2026-01-01T00:00:00.000Z' WHERE seq = 3`, 3],
  ['a removed row', 'DELETE FROM audit_log WHERE seq = 5', 5],
  ['rows cut off the end', 'DELETE FROM audit_log WHERE seq > 8', 9],
  [
    'two rows swapped',
    `UPDATE audit_log SET target = CASE seq WHEN 4 THEN 'target-5' ELSE 'target-4' END WHERE seq IN (4, 5)`,
    4,
  ],
])('%s is detected', (_what, sql, brokenAt) => {
  using folder = testFolder();
  withRows(folder, 10);
  tamper(folder, sql);
  expect(folder.open().verifyAudit()).toMatchObject({ intact: false, brokenAt });
});
