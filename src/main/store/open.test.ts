import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { at, clerk, received } from '#tests/builders/store-events.ts';
import { type TestFolder, testFolder, testKey } from '#tests/builders/test-store.ts';
import { connect } from './connection.ts';
import { openStore } from './open.ts';

function codeOf(folder: TestFolder, key = testKey): string {
  const store = openStore(folder.options({ key }));
  if (!store.ok) return store.error[0]?.code ?? '';
  store.value.close();
  return 'opened';
}

/** A store of a few hundred events, closed. */
function filled(folder: TestFolder): void {
  const store = folder.open();
  const events = Array.from({ length: 300 }, (_, index) => received(index + 1, `Nguyễn Thị Mẫu ${index}`));
  store.write((writer) => writer.append(events, { actor: clerk, at: at(1) }));
  store.close();
}

function flipByte(file: string, position: number): void {
  const bytes = readFileSync(file);
  bytes[position] = (bytes[position] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

test('nothing of a dossier can be read in the file without the key', () => {
  using folder = testFolder();
  filled(folder);
  for (const name of readdirSync(folder.path)) {
    const text = readFileSync(join(folder.path, name)).toString('latin1');
    for (const plain of ['SQLite format', 'dossier-received', 'nguyen thi mau', 'club-membership'])
      expect(text).not.toContain(plain);
  }
});

test('a wrong key is told apart from a damaged first page', () => {
  using folder = testFolder();
  filled(folder);
  expect(codeOf(folder, Buffer.alloc(32, 8))).toBe('store/wrong-key');
  flipByte(folder.file, 20);
  expect(codeOf(folder)).toBe('store/damaged');
  expect(codeOf(folder, Buffer.alloc(32, 8))).toBe('store/wrong-key');
});

test('one changed byte anywhere is found at start, and the file is kept as it is', () => {
  using folder = testFolder();
  filled(folder);
  const sound = join(folder.path, 'sound');
  copyFileSync(folder.file, sound);
  const { size } = statSync(folder.file);
  for (const part of [0.3, 0.6, 0.95]) {
    copyFileSync(sound, folder.file);
    flipByte(folder.file, Math.floor(size * part));
    const before = readFileSync(folder.file);
    expect(codeOf(folder), `at ${part} of the file`).toBe('store/damaged');
    expect(readFileSync(folder.file).equals(before)).toBe(true);
  }
});

test('a truncated file is damaged', () => {
  using folder = testFolder();
  filled(folder);
  writeFileSync(folder.file, readFileSync(folder.file).subarray(0, 4096 * 3 + 100));
  expect(codeOf(folder)).toBe('store/damaged');
});

test('a database of a newer app is refused untouched', () => {
  using folder = testFolder();
  filled(folder);
  const { sqlite } = connect(folder.file, testKey);
  sqlite.pragma('user_version = 9990');
  sqlite.close();
  expect(codeOf(folder)).toBe('store/from-newer-app');
});

test('every write reaches the disk before it returns', () => {
  using folder = testFolder();
  folder.open();
  const { sqlite } = connect(folder.file, testKey);
  const pragma = (name: string): unknown => sqlite.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
  expect([pragma('secure_delete'), pragma('trusted_schema')]).toEqual([1, 0]);
  sqlite.close();
});

test('events can be neither changed nor removed, even by hand', () => {
  using folder = testFolder();
  filled(folder);
  const { sqlite } = connect(folder.file, testKey);
  expect(() => sqlite.exec(`UPDATE events SET payload = '{}' WHERE local_seq = 1`)).toThrow(
    'never rewritten',
  );
  expect(() => sqlite.exec('DELETE FROM events')).toThrow('never removed');
  expect(() => sqlite.exec('DELETE FROM outbox')).toThrow('never removed');
  expect(() => sqlite.exec(`UPDATE audit_log SET actor = 'x'`)).toThrow('never rewritten');
  expect(() => sqlite.exec('DELETE FROM audit_log')).toThrow('never removed');
  sqlite.close();
});

test('a store closes cleanly: no write-ahead log and no owner stay behind', () => {
  using folder = testFolder();
  filled(folder);
  expect([existsSync(`${folder.file}-wal`), existsSync(`${folder.file}.owner`)]).toEqual([false, false]);
  expect(() => new Database(folder.file).prepare('SELECT count(*) FROM sqlite_schema').get()).toThrow();
});
