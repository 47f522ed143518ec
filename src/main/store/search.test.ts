import { afterAll, expect, test } from 'vitest';
import type { Facts } from '#shared/forms/field.ts';
import { asId, type DraftId } from '#shared/kernel/ids.ts';
import {
  at,
  bookOpened,
  clerk,
  dossierStream,
  received,
  throughRegister,
} from '#tests/builders/store-events.ts';
import { testFolder } from '#tests/builders/test-store.ts';
import type { Draft } from './types.ts';

const folder = testFolder();
afterAll(() => folder[Symbol.dispose]());
const store = folder.open();
const facts: Facts = {
  'child.birth-date': '2026-11-20',
  'mother.name': { family: 'Đỗ', middle: 'Thị', given: 'Lý' },
  'mother.personal-id': '001190012345',
  'mother.document': { kind: 'passport', number: 'C1234567', issuer: '' },
} as Facts;

store.write((writer) =>
  writer.append(
    [
      received(1, 'Nguyễn Thị Hòa', { code: 'H26.12-261120-0001' }),
      received(2, 'Nguyễn Thị Hoài An'),
      received(3, 'Đặng Văn Mỹ'.normalize('NFD'), { facts }),
      received(4, 'Nguyễn Thị Hoa'),
      received(5, 'Y-Bih Aliô'),
      bookOpened(),
      ...throughRegister(6, 12, 'Trần Đức Quý'),
    ],
    { actor: clerk, at: at(1) },
  ),
);

function found(text: string): readonly string[] {
  return store.read((reader) => reader.search(text, 20)).map((hit) => hit.subject.normalize('NFC'));
}

test.each([
  ['Nguyễn Thị Hòa', ['Nguyễn Thị Hoa', 'Nguyễn Thị Hòa', 'Nguyễn Thị Hoài An']],
  ['Nguyễn Thị Hoà', ['Nguyễn Thị Hoa', 'Nguyễn Thị Hòa', 'Nguyễn Thị Hoài An']],
  ['nguyen thi hoai', ['Nguyễn Thị Hoài An']],
  ['hòa nguyễn', ['Nguyễn Thị Hoa', 'Nguyễn Thị Hòa']],
  ['dang van mi', ['Đặng Văn Mỹ']],
  ['đặng', ['Đặng Văn Mỹ']],
  ['Đặng Văn Mỹ'.normalize('NFD'), ['Đặng Văn Mỹ']],
  ['do thi li', ['Đặng Văn Mỹ']],
  ['ybih', ['Y-Bih Aliô']],
  ['bih', ['Y-Bih Aliô']],
  ['0011900', ['Đặng Văn Mỹ']],
  ['001190012345', ['Đặng Văn Mỹ']],
  ['c123', ['Đặng Văn Mỹ']],
  ['20/11/2026 do thi', ['Đặng Văn Mỹ']],
  ['H26.12-261120', ['Nguyễn Thị Hòa']],
  ['h26122611200001', ['Nguyễn Thị Hòa']],
  ['T-2', ['Nguyễn Thị Hoài An']],
  ['không có ai', []],
  ['"', []],
  ['" OR terms:*', []],
  ['   ', []],
])('“%s” finds %j', (text, subjects) => {
  expect(found(text)).toEqual(subjects);
});

test('a dossier and its entry are two hits of one person, the exact name before longer ones', () => {
  const hits = store.read((reader) => reader.search('tran duc quy', 20));
  expect(hits.map((hit) => [hit.where, hit.code, hit.dossierId])).toEqual([
    ['entry', '12/2026', dossierStream(6)],
    ['dossier', 'T-6', dossierStream(6)],
  ]);
  expect(store.read((reader) => reader.search('12/2026', 20))[0]?.where).toBe('entry');
});

test('the same subject on the same day is found among dossiers, entries and drafts', () => {
  const draft: Draft = {
    draftId: asId<DraftId>('00000000-0000-7000-8000-00000000f001'),
    owner: clerk,
    procedure: 'birth-registration',
    payloadVersion: 1,
    facts,
    components: [],
    revision: 1,
    createdAt: at(1),
    savedAt: at(2),
    subject: 'Đặng Văn Mĩ',
    discarded: false,
  };
  const same = () =>
    store.read((reader) => reader.sameSubject('ĐẶNG VĂN MỸ', '2026-11-20')).map((hit) => hit.where);
  store.write((writer) => writer.saveDraft(draft));
  expect(same()).toEqual(['draft', 'dossier']);
  store.write((writer) => writer.saveDraft({ ...draft, discarded: true }));
  expect(same()).toEqual(['dossier']);
  store.write((writer) => writer.saveDraft(draft));
  store.write((writer) => writer.removeDraft(draft.draftId));
  expect(same()).toEqual(['dossier']);
  expect(store.read((reader) => reader.sameSubject('Đặng Văn Mỹ', '2026-11-21'))).toEqual([]);
  expect(store.read((reader) => reader.sameSubject('Trần Đức Quý', '2026-11-20'))).toMatchObject([
    { where: 'entry' },
  ]);
});

test('what happened on a day is found by whole words and the whole day', () => {
  const found = (words: string, day: string) =>
    store.read((reader) => reader.onDay(words, day)).map((hit) => hit.where);
  expect(found('Đặng Văn Mĩ', '2026-11-20')).toEqual(found('DANG VAN MY', '2026-11-20'));
  expect(found('Đặng Văn Mĩ', '2026-11-20')).toEqual(['dossier']);
  expect(found('Đặng Vă', '2026-11-20')).toEqual([]);
  expect(found('Đặng Văn Mỹ', '2026-11-21')).toEqual([]);
  expect(found('Đặng Văn Mỹ', '2026')).toEqual([]);
});

test('a list of dossiers is narrowed by the same words', () => {
  const rows = store.read((reader) =>
    reader.dossierRows({ text: 'nguyen', statuses: ['received'], limit: 2, offset: 0 }),
  );
  expect(rows.total).toBe(3);
  expect(rows.rows).toHaveLength(2);
});
