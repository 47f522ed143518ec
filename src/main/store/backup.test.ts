import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at, clerk, received } from '#tests/builders/store-events.ts';
import { type TestFolder, testFolder, testKey } from '#tests/builders/test-store.ts';
import { backupName, backupsToRemove, faultsOf, listBackups } from './backup.ts';
import { restoreNewest } from './restore.ts';
import type { Store } from './types.ts';

function receive(store: Store, number: number): void {
  store.write((writer) => writer.append([received(number)], { actor: clerk, at: at(number) }));
}

function folderOf(folder: TestFolder): string {
  const path = join(folder.path, 'backups');
  mkdirSync(path, { recursive: true });
  return path;
}

function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096 * 2 + 50, 4096 * 2 + 90);
  writeFileSync(file, bytes);
}

test('a backup of a live store is encrypted, sound and opens as a store', () => {
  using folder = testFolder();
  const store = folder.open();
  receive(store, 1);
  const file = join(folderOf(folder), backupName(at(2)));
  expect(store.backup(file)).toBe(readFileSync(file).length);
  receive(store, 2);
  expect(readFileSync(file).toString('latin1')).not.toContain('dossier-received');
  expect(faultsOf(file, testKey)).toEqual([]);
  expect(faultsOf(file, Buffer.alloc(32, 1))).not.toEqual([]);
  const copy = folder.open({ file });
  expect(copy.read((reader) => reader.outboxCounts().waiting)).toBe(1);
});

test('a backup that cannot be written leaves no file', () => {
  using folder = testFolder();
  const store = folder.open();
  expect(() => store.backup(join(folder.path, 'nowhere', 'b.db'))).toThrow();
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a damaged file is replaced by the newest sound backup, kept, and what it still shows comes back', () => {
  using folder = testFolder();
  const backupsDir = folderOf(folder);
  const store = folder.open();
  receive(store, 1);
  store.backup(join(backupsDir, backupName(at(1))));
  receive(store, 2);
  store.backup(join(backupsDir, backupName(at(2))));
  receive(store, 3);
  store.close();
  damage(join(backupsDir, backupName(at(2))));
  damage(folder.file);
  expect(() => folder.open()).toThrow('store/damaged');

  const restored = restoreNewest({ file: folder.file, key: testKey, backupsDir, name: 'test' });
  expect(restored).toMatchObject({ ok: true, value: { backup: join(backupsDir, backupName(at(1))) } });
  if (!restored.ok) return;
  expect(existsSync(restored.value.kept)).toBe(true);
  expect([2, undefined]).toContain(restored.value.lostEvents);
  const { lostEvents = 0 } = restored.value;
  expect(folder.open().read((reader) => reader.outboxCounts().waiting)).toBeGreaterThanOrEqual(
    1 + lostEvents,
  );
});

test('with no sound backup nothing is moved', () => {
  using folder = testFolder();
  folder.open().close();
  damage(folder.file);
  const before = readFileSync(folder.file);
  const restored = restoreNewest({
    file: folder.file,
    key: testKey,
    backupsDir: folderOf(folder),
    name: 'x',
  });
  expect(restored).toMatchObject({ ok: false, error: [{ code: 'backup/failed' }] });
  expect(readFileSync(folder.file).equals(before)).toBe(true);
});

test('a live store is never restored over', () => {
  using folder = testFolder();
  folder.open();
  const restored = restoreNewest({
    file: folder.file,
    key: testKey,
    backupsDir: folderOf(folder),
    name: 'x',
  });
  expect(restored).toMatchObject({ ok: false, error: [{ code: 'store/locked-by-other' }] });
});

test('rotation keeps the newest few and the last of each recent day', () => {
  const names = [
    '2026-11-20T09-00-00',
    '2026-11-20T08-00-00',
    '2026-11-20T07-00-00',
    '2026-11-19T17-00-00',
    '2026-11-19T08-00-00',
    '2026-11-18T17-00-00',
  ].map((stamp) => `backup-${stamp}.db`);
  expect(backupsToRemove(names, { recent: 2, days: 2 })).toEqual([names[2], names[4], names[5]]);
  expect(backupsToRemove(names, { recent: 10, days: 1 })).toEqual([]);
});

test('only files named by backups are listed, newest first', () => {
  using folder = testFolder();
  for (const name of [backupName(at(1)), backupName(at(2)), 'office.db', 'backup-x.db.part']) {
    writeFileSync(join(folder.path, name), '');
  }
  expect(listBackups(folder.path)).toEqual(
    [backupName(at(2)), backupName(at(1))].map((name) => join(folder.path, name)),
  );
});
