import { expect, test } from 'vitest';
import { type AccountId, asId, type DraftId } from '#shared/kernel/ids.ts';
import { at, clerk } from '#tests/builders/store-events.ts';
import { testFolder } from '#tests/builders/test-store.ts';
import type { Account, Draft } from './types.ts';

const draft: Draft = {
  draftId: asId<DraftId>('00000000-0000-7000-8000-00000000f001'),
  owner: clerk,
  procedure: 'birth-registration',
  payloadVersion: 1,
  facts: { 'child.name': { family: 'Nguyễn', middle: 'Thị', given: 'Hòa' } },
  components: [{ id: 'declaration', form: 'original', count: 1 }],
  revision: 3,
  createdAt: at(1),
  savedAt: at(2),
  subject: 'Nguyễn Thị Hòa',
  discarded: false,
};

const account: Account = {
  accountId: clerk,
  username: 'lan.nguyen',
  fullName: 'Nguyễn Thị Lan',
  roles: ['reception-clerk', 'leader'],
  passwordHash: '$scrypt$ln=17,r=8,p=1$c2FsdA$aGFzaA',
  mustChangePassword: true,
  active: true,
  failedTries: 0,
  lockedUntil: '',
  lastSignInAt: '',
  textSize: 'medium',
  colourScheme: 'auto',
};

test('a draft comes back as it was saved, after the store was closed too', () => {
  using folder = testFolder();
  const store = folder.open();
  store.write((writer) => writer.saveDraft({ ...draft, revision: 1 }));
  store.write((writer) => writer.saveDraft(draft));
  store.close();
  const again = folder.open();
  expect(again.read((reader) => reader.draft(draft.draftId))).toEqual(draft);
  expect(again.read((reader) => reader.search('hoa', 9))).toMatchObject([
    { where: 'draft', id: draft.draftId },
  ]);
});

test('a list of drafts shows one owner and leaves out the discarded, which can still be taken back', () => {
  using folder = testFolder();
  const store = folder.open();
  store.write((writer) => writer.saveDraft(draft));
  expect(store.read((reader) => reader.drafts(clerk))).toEqual([draft]);
  expect(store.read((reader) => reader.drafts(asId<AccountId>('someone-else')))).toEqual([]);
  store.write((writer) => writer.saveDraft({ ...draft, discarded: true }));
  store.read((reader) => {
    expect(reader.drafts(clerk)).toEqual([]);
    expect(reader.draft(draft.draftId)?.discarded).toBe(true);
    expect(reader.search('hoa', 9)).toEqual([]);
  });
});

test('an account is found by name in any case, and saved over itself', () => {
  using folder = testFolder();
  const store = folder.open();
  store.write((writer) => writer.saveAccount(account));
  store.write((writer) => writer.saveAccount({ ...account, failedTries: 2 }));
  store.read((reader) => {
    expect(reader.accountByUsername('LAN.Nguyen')).toEqual({ ...account, failedTries: 2 });
    expect(reader.account(clerk)?.failedTries).toBe(2);
    expect(reader.accounts()).toHaveLength(1);
  });
  const sameName = { ...account, accountId: asId<AccountId>('other'), username: 'Lan.nguyen' };
  expect(() => store.write((writer) => writer.saveAccount(sameName))).toThrow('UNIQUE');
});

test('settings are JSON, and one never saved is undefined', () => {
  using folder = testFolder();
  const store = folder.open();
  store.write((writer) => writer.saveSetting('office', { id: 'HN-CG', signers: [] }));
  expect(store.read((reader) => reader.setting('office'))).toEqual({ id: 'HN-CG', signers: [] });
  expect(store.read((reader) => reader.setting('none'))).toBeUndefined();
});

test('the cursor starts at nothing and keeps what it was given', () => {
  using folder = testFolder();
  const store = folder.open();
  expect(store.read((reader) => reader.syncCursor())).toEqual({
    serverId: '',
    feedSeq: 0,
    lastContactAt: '',
    clock: 'unchecked',
    witnessSeq: 0,
    witnessReceipt: '',
  });
  const cursor = {
    ...({ serverId: 's', feedSeq: 7, lastContactAt: at(1), clock: 'checked' } as const),
    ...{ witnessSeq: 6, witnessReceipt: 'HN-CG/6' },
  };
  store.write((writer) => writer.saveCursor(cursor));
  expect(store.read((reader) => reader.syncCursor())).toEqual(cursor);
});

test('listeners hear the topics of a commit, and nothing for a row of the audit log', () => {
  using folder = testFolder();
  const store = folder.open();
  const heard: string[][] = [];
  const stop = store.onCommit((topics) => heard.push([...topics]));
  store.write((writer) => {
    writer.saveDraft(draft);
    writer.saveSetting('x', 1);
  });
  store.write((writer) => writer.audit({ at: at(1), actor: clerk, action: 'read', target: 'x' }));
  stop();
  store.write((writer) => writer.saveDraft(draft));
  expect(heard).toEqual([['drafts', 'administration']]);
});
