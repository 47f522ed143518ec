import { expect, test } from 'vitest';
import {
  at,
  bookOpened,
  clerk,
  dossierStream,
  received,
  throughRegister,
} from '#tests/builders/store-events.ts';
import { testFolder } from '#tests/builders/test-store.ts';

const by = { actor: clerk, at: at(1) };

test('a received dossier is stored, listed, queued, audited and found in one write', () => {
  using folder = testFolder();
  const store = folder.open();
  const [event] = store.write((writer) => writer.append([received(1)], by));
  expect(event).toMatchObject({ deviceSeq: 1, localSeq: 1, office: 'HN-CG', origin: 'here' });
  store.read((reader) => {
    expect(reader.dossierRows({ limit: 10, offset: 0 })).toMatchObject({
      total: 1,
      rows: [{ sync: 'waiting', status: 'received', subject: 'Nguyễn Thị Thử' }],
    });
    expect(reader.outboxCounts()).toMatchObject({ waiting: 1, oldestWaitingAt: at(1) });
    expect(reader.auditRows({ limit: 10, offset: 0 }).rows).toMatchObject([
      { action: 'dossier-received', target: dossierStream(1) },
    ]);
    expect(reader.search('nguyen thi th', 10)).toMatchObject([{ where: 'dossier' }]);
    expect(reader.nextToSend(at(2), 10)).toEqual([event]);
    expect(reader.streamEvents(dossierStream(1))).toEqual([event]);
  });
});

test('a registered entry appears in its book under its number', () => {
  using folder = testFolder();
  const store = folder.open();
  store.write((writer) => writer.append([bookOpened(), ...throughRegister(1, 1)], by));
  store.read((reader) => {
    expect(reader.book('birth', 2026)).toMatchObject({ lastNumber: 1, entries: 1 });
    const { bookId } = reader.books()[0] ?? { bookId: '' };
    expect(reader.entries(bookId, { limit: 10, offset: 0 })).toMatchObject({
      total: 1,
      rows: [{ number: 1, dossierId: dossierStream(1), code: 'T-1' }],
    });
    expect(reader.search('01/2026', 10)).toMatchObject([{ where: 'entry', code: '01/2026' }]);
  });
});

test('a write that throws leaves nothing, and its numbers are given again', () => {
  using folder = testFolder();
  const store = folder.open();
  const topics: string[] = [];
  store.onCommit((touched) => topics.push(...touched));
  const failing = () =>
    store.write((writer) => {
      writer.append([received(1)], by);
      throw new Error('changed my mind');
    });
  expect(failing).toThrow('changed my mind');
  expect(topics).toEqual([]);
  expect(store.read((reader) => reader.search('nguyen', 10))).toEqual([]);
  const [event] = store.write((writer) => writer.append([received(2)], by));
  expect(event).toMatchObject({ deviceSeq: 1, localSeq: 1 });
  expect(topics).toEqual(['dossiers', 'sync']);
  expect(store.verifyAudit()).toEqual({ intact: true, checked: 1, brokenAt: 0 });
});
