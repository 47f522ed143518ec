import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '#main/compose.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { typeExample } from '#tests/builders/receive-example.ts';
import { refusalOf } from '#tests/builders/refusals.ts';

let office: OfficeCore;
let desk: CoreClient;
beforeEach(async () => {
  office = await officeCore();
  desk = await office.signedIn('tiepnhan');
});
afterEach(() => office[Symbol.asyncDispose]());

describe('a draft', () => {
  it('is listed by the name typed so far and found again after signing in anew', async () => {
    const draftId = await typeExample(desk, 'birth-registration');
    const later = await office.signedIn('tiepnhan');
    expect(await later.drafts.list({})).toMatchObject([
      { draftId, subject: 'Nguyễn Minh Anh', procedure: 'birth-registration', revision: 1 },
    ]);
    expect((await later.drafts.get({ draftId })).facts).toHaveProperty('child.name');
  });

  it('is refused when another window saved it meanwhile', async () => {
    const draftId = await typeExample(desk, 'birth-registration');
    const save = (revision: number) => desk.drafts.save({ draftId, revision, facts: {}, components: [] });
    expect(await refusalOf(save(0))).toEqual(['draft/stale']);
    expect((await save(1)).revision).toBe(2);
  });

  it('belongs to its owner alone', async () => {
    const draftId = await typeExample(desk, 'birth-registration');
    const officer = await office.signedIn('hotich');
    expect(await officer.drafts.list({})).toEqual([]);
    expect(await refusalOf(officer.drafts.get({ draftId }))).toEqual(['draft/not-found']);
    expect((await officer.search.find({ text: 'nguyen minh anh' })).hits).toEqual([]);
    expect((await desk.search.find({ text: 'nguyen minh an' })).hits).toMatchObject([{ where: 'draft' }]);
  });

  it('comes back whole after it was thrown away', async () => {
    const draftId = await typeExample(desk, 'birth-registration');
    await desk.drafts.discard({ draftId });
    expect(await desk.drafts.list({})).toEqual([]);
    expect(await desk.drafts.restore({ draftId })).toMatchObject({ draftId, subject: 'Nguyễn Minh Anh' });
    expect(await desk.drafts.list({})).toHaveLength(1);
  });

  it('keeps what is malformed or half typed', async () => {
    const { draftId } = await desk.drafts.start({ procedure: 'birth-registration' });
    const facts = { 'child.birthDate': '31/02', 'mother.personalId': '0011' };
    await desk.drafts.save({ draftId, revision: 0, facts, components: [] });
    expect((await desk.drafts.get({ draftId })).facts).toMatchObject(facts);
  });

  it('is not begun by somebody who may not receive', async () => {
    const leader = await office.signedIn('lanhdao');
    expect(await refusalOf(leader.drafts.start({ procedure: 'birth-registration' }))).toEqual([
      'dossier/role',
    ]);
  });
});
