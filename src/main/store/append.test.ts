import { expect, test } from 'vitest';
import {
  at,
  bookOpened,
  clerk,
  dossierStream,
  next,
  received,
  registered,
  throughRegister,
} from '#tests/builders/store-events.ts';
import { testFolder, testKey } from '#tests/builders/test-store.ts';
import { connect } from './connection.ts';
import { createStore } from './store.ts';
import { StoreWriteError } from './store-write-error.ts';
import type { NewEvent, Store } from './types.ts';

const by = { actor: clerk, at: at(1) };

function append(store: Store, ...events: readonly NewEvent[]) {
  return store.write((writer) => writer.append(events, by));
}

test('an event the dossier does not allow throws and leaves nothing', () => {
  using folder = testFolder();
  const store = folder.open();
  append(store, received(1));
  expect(() => append(store, received(2), next(1, 'result-signed', 1))).toThrow('dossier/not-allowed');
  expect(store.read((reader) => reader.outboxCounts().waiting)).toBe(1);
  expect(store.read((reader) => reader.dossier(dossierStream(2) as never))).toBeUndefined();
});

test('a number already in the register throws', () => {
  using folder = testFolder();
  const store = folder.open();
  append(store, bookOpened(), ...throughRegister(1, 1), received(2), next(2, 'dossier-handed-over', 1));
  expect(() => append(store, registered(2, 1))).toThrow('register/number-taken');
});

test('an entry without its open book throws', () => {
  using folder = testFolder();
  const store = folder.open();
  expect(() => append(store, ...throughRegister(1, 1))).toThrow('register/no-book');
});

test('the office of the setting goes before the one of the options', () => {
  using folder = testFolder();
  const store = folder.open();
  store.write((writer) => writer.saveSetting('office', { id: 'HN-BD' }));
  expect(append(store, received(1))[0]?.office).toBe('HN-BD');
});

test('the clock of the last contact is written into events', () => {
  using folder = testFolder();
  const store = folder.open();
  store.write((writer) => writer.saveCursor({ ...writer.syncCursor(), clock: 'skewed' }));
  expect(append(store, received(1))[0]?.clock).toBe('skewed');
});

test('an asynchronous write is refused whole, because what follows an await has no transaction', () => {
  using folder = testFolder();
  const store = folder.open();
  const asynchronous = () => store.write(async (writer) => writer.append([received(1)], by));
  expect(asynchronous).toThrow('synchronous');
  expect(store.read((reader) => reader.outboxCounts().waiting)).toBe(0);
});

test('a full disk is told as such, nothing is half-written, and work goes on when there is room', () => {
  using folder = testFolder();
  folder.open().close();
  const connection = connect(folder.file, testKey);
  const store = createStore(connection, folder.options());
  append(store, received(1));
  const pages = connection.sqlite.pragma('page_count', { simple: true });
  connection.sqlite.pragma(`max_page_count = ${pages}`);
  const long = { code: 'x'.repeat(500_000) };
  expect(() => append(store, received(2, 'Nguyễn Văn Dài', long))).toThrow(StoreWriteError);
  expect(store.read((reader) => reader.outboxCounts().waiting)).toBe(1);
  expect(store.read((reader) => reader.search('dai', 9))).toEqual([]);
  connection.sqlite.pragma('max_page_count = 1000000');
  expect(append(store, received(2, 'Nguyễn Văn Dài', long))[0]?.deviceSeq).toBe(2);
  expect(store.verifyAudit()).toMatchObject({ intact: true, checked: 2 });
  store.close();
});

test('a read-only file is told as one, not as a full disk', () => {
  using folder = testFolder();
  folder.open().close();
  const connection = connect(folder.file, testKey);
  connection.sqlite.pragma('query_only = ON');
  const store = createStore(connection, folder.options());
  let thrown: unknown;
  try {
    append(store, received(1));
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({
    name: 'StoreWriteError',
    code: 'store/read-only',
    reason: 'SQLITE_READONLY',
  });
  store.close();
});
