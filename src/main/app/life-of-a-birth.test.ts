import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '#main/compose.ts';
import type { Action } from '#shared/contract/dossiers.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { refusalOf } from '#tests/builders/refusals.ts';

let office: OfficeCore;
let desk: CoreClient;
let officer: CoreClient;
let leader: CoreClient;

beforeEach(async () => {
  office = await officeCore();
  desk = await office.signedIn('tiepnhan');
  officer = await office.signedIn('hotich');
  leader = await office.signedIn('lanhdao');
});
afterEach(() => office[Symbol.asyncDispose]());

async function act(who: CoreClient, dossierId: string, action: Action) {
  const { version } = await who.dossiers.get({ dossierId });
  return who.dossiers.act({ dossierId, seen: version, action });
}

describe('the life of a birth', () => {
  it('goes from draft to returned, each step by the person who may take it', async () => {
    const { dossierId, localRef, code } = await receiveExample(desk, 'birth-registration');
    expect(code).toBe('');
    expect(localRef).toMatch(/^T-[0-9A-F]{4}-1$/);
    expect(await desk.drafts.list({})).toEqual([]);

    await act(desk, dossierId, { kind: 'dossier-handed-over', note: '' });
    const proposal = await officer.register.proposal({ dossierId });
    expect(proposal.number).toBe(1);
    const entered = await act(officer, dossierId, { kind: 'entry-registered' });
    expect(entered).toMatchObject({
      status: 'awaiting-personal-id',
      entry: { number: 1, year: 2026, registrar: 'Phạm Đức Thử' },
      holder: 'officer',
    });
    const identified = await act(officer, dossierId, {
      kind: 'personal-id-recorded',
      personalId: '001326000012',
      source: 'CSDLQG về dân cư',
    });
    expect(identified.status).toBe('registered');
    await act(officer, dossierId, { kind: 'submitted-for-signature', note: '' });
    await act(leader, dossierId, { kind: 'result-signed', signerName: 'Trần Thị Minh Họa' });
    await act(officer, dossierId, { kind: 'result-completed', note: '' });
    const returned = await act(desk, dossierId, {
      kind: 'result-returned',
      receiver: 'Trần Thị Thu Hà',
      receiverDocument: '',
      proof: 'signature',
    });
    expect(returned).toMatchObject({ status: 'returned', nationalCode: 10, holder: 'citizen', actions: [] });
    expect(returned.timeline.map((item) => item.kind)).toEqual([
      'dossier-received',
      'dossier-handed-over',
      'entry-registered',
      'personal-id-recorded',
      'submitted-for-signature',
      'result-signed',
      'result-completed',
      'result-returned',
    ]);
    expect(returned.timeline.every((item) => item.sync === 'waiting')).toBe(true);
    expect((await desk.dossiers.counts({})).closed).toBe(1);
  });

  it('gives the numbers of a book one after the other', async () => {
    const numbers: number[] = [];
    for (const given of ['Lan', 'Huệ', 'Cúc']) {
      const change = { 'child.name': { family: 'Nguyễn', middle: 'Minh', given } };
      const { dossierId } = await receiveExample(desk, 'birth-registration', change);
      await act(desk, dossierId, { kind: 'dossier-handed-over', note: '' });
      const view = await act(officer, dossierId, { kind: 'entry-registered' });
      numbers.push(view.entry?.number ?? 0);
    }
    expect(numbers).toEqual([1, 2, 3]);
    const birthBook = (await officer.register.books({})).find((book) => book.book === 'birth');
    expect(birthBook).toMatchObject({ lastNumber: 3, entries: 3, held: true });
  });

  it('writes nothing into a closed book', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    await act(desk, dossierId, { kind: 'dossier-handed-over', note: '' });
    const birthBook = (await leader.register.books({})).find((book) => book.book === 'birth');
    await leader.register.close({ bookId: birthBook?.bookId ?? '' });
    expect(await refusalOf(act(officer, dossierId, { kind: 'entry-registered' }))).toEqual([
      'register/book-closed',
    ]);
    expect((await officer.dossiers.get({ dossierId })).status).toBe('under-review');
  });

  it('refuses a step to a person in the wrong role, and says who may', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    await act(desk, dossierId, { kind: 'dossier-handed-over', note: '' });
    expect(await refusalOf(act(desk, dossierId, { kind: 'entry-registered' }))).toEqual(['dossier/role']);
    const it = await office.signedIn('cntt');
    expect(await refusalOf(it.dossiers.get({ dossierId }))).toEqual(['dossier/role']);
  });

  it('refuses a step by somebody who looked at an older version', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    await act(desk, dossierId, { kind: 'dossier-handed-over', note: '' });
    const stale = desk.dossiers.act({
      dossierId,
      seen: 1,
      action: { kind: 'withdrawal-requested', reason: 'Đổi ý' },
    });
    expect(await refusalOf(stale)).toEqual(['dossier/changed']);
  });

  it('leaves refusing to the leader, on a proposal', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const refusal = { kind: 'dossier-refused', reason: '' } as const;
    expect(await refusalOf(act(leader, dossierId, refusal))).toEqual(['dossier/not-allowed']);
    await act(desk, dossierId, { kind: 'refusal-proposed', reason: 'Không thuộc thẩm quyền' });
    expect(await refusalOf(act(desk, dossierId, refusal))).toEqual(['dossier/role']);
    const refused = await act(leader, dossierId, refusal);
    expect(refused.status).toBe('refused');
    expect(refused.documents.map((each) => each.id)).toContain('refusal-slip');
  });

  it('extends a deadline once, to a working day, before it passes', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const extend = (newDueDate: string) =>
      act(leader, dossierId, { kind: 'deadline-extended', newDueDate, reason: 'Chờ xác minh' });
    expect(await refusalOf(extend('2026-10-04'))).toEqual(['dossier/invalid']);
    const extended = await extend('2026-10-05');
    expect(extended).toMatchObject({ dueDate: '2026-10-05', extensions: 1 });
    expect(extended.actions).not.toContain('deadline-extended');
    expect(await refusalOf(extend('2026-10-06'))).toEqual(['dossier/extension-limit']);
  });

  it('does not extend a deadline that has passed', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    office.pass({ minutes: 24 * 60 });
    leader = await office.signedIn('lanhdao');
    const late = act(leader, dossierId, {
      kind: 'deadline-extended',
      newDueDate: '2026-10-05',
      reason: 'Chờ xác minh',
    });
    expect(await refusalOf(late)).toEqual(['dossier/extension-late']);
  });

  it('does not return a result before the fee is collected', async () => {
    const change = { 'child.birthDate': '2026-06-01', 'paper.birthDate': '2026-06-01' };
    const { dossierId } = await receiveExample(desk, 'birth-registration', change);
    await act(desk, dossierId, { kind: 'dossier-handed-over', note: '' });
    await act(officer, dossierId, { kind: 'entry-registered' });
    await act(officer, dossierId, {
      kind: 'personal-id-recorded',
      personalId: '001326000012',
      source: 'CSDLQG về dân cư',
    });
    await act(officer, dossierId, { kind: 'submitted-for-signature', note: '' });
    await act(leader, dossierId, { kind: 'result-signed', signerName: 'Trần Thị Minh Họa' });
    await act(officer, dossierId, { kind: 'result-completed', note: '' });
    const giving = {
      kind: 'result-returned',
      receiver: 'Mẹ',
      receiverDocument: '',
      proof: 'signature',
    } as const;
    expect(await refusalOf(act(desk, dossierId, giving))).toEqual(['dossier/fee-open']);
    const paid = await act(desk, dossierId, { kind: 'fee-collected', method: 'cash', receipt: '0001' });
    expect(paid.money).toBe('collected');
    expect((await act(desk, dossierId, giving)).status).toBe('returned');
  });
});
