import { afterEach, expect, test } from 'vitest';
import { at, clerk, received } from '#tests/builders/store-events.ts';
import { testFolder, testKey } from '#tests/builders/test-store.ts';
import { connect } from './connection.ts';

const folder = testFolder();
const store = folder.open();
const by = { actor: clerk, at: at(1) };
const subjects = (text: string): readonly string[] =>
  store.read((reader) => reader.search(text, 20)).map((hit) => hit.subject);

afterEach(() => {
  const { sqlite } = connect(folder.file, testKey);
  // Throws when a row stands under other words than the index knows.
  sqlite.exec(`INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)`);
  sqlite.close();
});

test('what a transaction wrote is found by it, before and after it ends', () => {
  const found = store.write((writer) => {
    writer.append([received(1, 'Nguyễn Thị Hoa')], by);
    return writer.search('thi hoa', 20).map((hit) => hit.subject);
  });
  expect(found).toEqual(['Nguyễn Thị Hoa']);
  expect(subjects('thi hoa')).toEqual(['Nguyễn Thị Hoa']);
});

test('what an undone transaction wrote is never found, and the next one writes its own', () => {
  const undone = () =>
    store.write((writer) => {
      writer.append([received(2, 'Trần Văn Bình')], by);
      throw new Error('undone');
    });
  expect(undone).toThrow('undone');
  store.write((writer) => writer.append([received(3, 'Lê Thị Cúc')], by));
  expect(subjects('van binh')).toEqual([]);
  expect(subjects('thi cuc')).toEqual(['Lê Thị Cúc']);
});

test('more rows than wait at once are all found', () => {
  store.write((writer) => {
    for (let n = 900; n < 3_000; n += 1) writer.append([received(n, `Phạm Văn ${n}`)], by);
  });
  expect(subjects('pham 2999')).toEqual(['Phạm Văn 2999']);
  expect(subjects('pham 999')).toEqual(['Phạm Văn 999']);
});
