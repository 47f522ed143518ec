import { truncateSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AccountId, DraftId } from '#shared/kernel/ids.ts';
import { asId } from '#shared/kernel/ids.ts';
import { at, clerk, next, received } from '#tests/builders/store-events.ts';
import { type TestFolder, testFolder, testKey } from '#tests/builders/test-store.ts';
import { connect } from '../connection.ts';
import type { OpenStore } from '../open.ts';
import { createStore } from '../store.ts';
import type { NewEvent, Store } from '../types.ts';
import { missingWork } from './missing-work.ts';
import { WorkJournal } from './work-journal.ts';

const append = (store: Store, ...events: readonly NewEvent[]): readonly string[] =>
  store.write((writer) => writer.append(events, { actor: clerk, at: at(1) })).map(({ id }) => id);

const draftId = asId<DraftId>('00000000-0000-7000-8000-0000000000d1');

function type(store: Store, revision: number): void {
  store.write((writer) =>
    writer.saveDraft({
      ...{ draftId, owner: asId<AccountId>(clerk), procedure: 'birth-registration', payloadVersion: 1 },
      ...{ facts: {}, components: [], revision, createdAt: at(1), savedAt: at(1) },
      ...{ subject: '', discarded: false },
    }),
  );
}

/** The write-ahead log is gone, as if it had never been written; the process of before ended without closing. */
function cutOff(folder: TestFolder, store: OpenStore): OpenStore {
  truncateSync(`${folder.file}-wal`, 0);
  store.close();
  return folder.open();
}

test('every step that a cut-off log has lost is told by kind and dossier, and nothing else is', () => {
  using folder = testFolder();
  folder.open().close();
  const before = folder.open();
  append(before, received(1));
  type(before, 1);
  before.close();

  const store = folder.open();
  const [lost] = append(store, next(1, 'dossier-handed-over', 1));
  type(store, 2);
  type(store, 3);
  const again = cutOff(folder, store);
  const missing = again.read(missingWork);
  expect(missing).toMatchObject([
    { what: 'event', id: lost, kind: 'dossier-handed-over' },
    { what: 'draft', id: draftId, revision: 3 },
  ]);
  again.close();
  expect(folder.open().read(missingWork)).toHaveLength(2);
});

test('a draft is not missed when the process died as soon as its end was committed', () => {
  using folder = testFolder();
  const store = folder.open();
  type(store, 1);
  store.close();

  const connection = connect(folder.file, testKey);
  const journal = new WorkJournal(`${folder.file}.last-work`, testKey);
  const dying = createStore(connection, folder.options(), {
    note: (steps) => void (connection.sqlite.inTransaction && journal.note(steps)),
    close: () => journal.close(),
  });
  dying.write((writer) => {
    writer.removeDraft(draftId);
    writer.append([received(1)], { actor: clerk, at: at(1) });
  });
  dying.close();
  expect(folder.open().read(missingWork)).toEqual([]);
});

test('an ordinary end, and a draft that was received, leave nothing to tell', () => {
  using folder = testFolder();
  const store = folder.open();
  append(store, received(1));
  type(store, 1);
  store.write((writer) => writer.removeDraft(draftId));
  store.close();
  expect(folder.open().read(missingWork)).toEqual([]);
});
