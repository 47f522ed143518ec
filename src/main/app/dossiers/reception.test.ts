import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '#main/compose.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { receiveExample, typeExample } from '#tests/builders/receive-example.ts';
import { refusalOf } from '#tests/builders/refusals.ts';

let office: OfficeCore;
let desk: CoreClient;
beforeEach(async () => {
  office = await officeCore();
  desk = await office.signedIn('tiepnhan');
});
afterEach(() => office[Symbol.asyncDispose]());

async function checkDraft(draftId: string) {
  const { procedure, facts, components } = await desk.drafts.get({ draftId });
  return desk.dossiers.check({ procedure, facts, components, draftId });
}

describe('reception', () => {
  it('tells deadline, fee, papers and problems before receiving', async () => {
    const found = await checkDraft(await typeExample(desk, 'birth-registration'));
    expect(found).toMatchObject({ due: { date: '2026-10-01' }, variantCode: '1.001193', duplicates: [] });
    expect(found.neededComponents).toContain('declaration');
    expect(found.problems.filter((each) => each.severity === 'error')).toEqual([]);
  });

  it('receives nothing that has an error, and leaves the draft', async () => {
    const { draftId } = await desk.drafts.start({ procedure: 'birth-registration' });
    const refused = desk.dossiers.receive({ draftId, acknowledged: [], returnBy: 'desk' });
    expect(await refusalOf(refused)).toContain('field/required');
    expect(await desk.drafts.list({})).toHaveLength(1);
    expect((await desk.dossiers.list({ worklist: 'all' })).total).toBe(0);
  });

  it('stops at a warning until the clerk has acknowledged it', async () => {
    await receiveExample(desk, 'birth-registration');
    const draftId = await typeExample(desk, 'birth-registration');
    const receive = (acknowledged: { code: string }[]) =>
      desk.dossiers.receive({ draftId, acknowledged, returnBy: 'desk' });
    expect(await refusalOf(receive([]))).toEqual(['rule/G06']);
    expect(await receive([{ code: 'rule/G06' }])).toMatchObject({ localRef: expect.stringMatching(/-2$/) });
  });

  it('warns of the same child in a dossier or in another draft', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const found = await checkDraft(await typeExample(desk, 'birth-registration'));
    expect(found.duplicates).toMatchObject([{ where: 'dossier', id: dossierId, likelyTwin: false }]);
    await typeExample(desk, 'birth-registration');
    const again = await checkDraft(await typeExample(desk, 'birth-registration'));
    expect(again.duplicates.map((each) => each.where).toSorted()).toEqual(['dossier', 'draft', 'draft']);
  });

  it('takes another child of the same mother and day for a twin, not for a duplicate', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const twin = { 'child.name': { family: 'Nguyễn', middle: 'Minh', given: 'Ánh Dương' } };
    const found = await checkDraft(await typeExample(desk, 'birth-registration', twin));
    expect(found.duplicates).toMatchObject([{ id: dossierId, likelyTwin: true }]);
    expect(found.problems.map((each) => each.code)).not.toContain('rule/G06');
  });

  it('counts and lists what it received in the worklists', async () => {
    await receiveExample(desk, 'birth-registration');
    expect(await desk.dossiers.counts({})).toMatchObject({ all: 1, reception: 1, overdue: 0 });
    const { rows } = await desk.dossiers.list({ worklist: 'reception' });
    expect(rows).toMatchObject([{ subject: 'Nguyễn Minh Anh', lateness: 'due-today', sync: 'waiting' }]);
    office.pass({ minutes: 24 * 60 });
    desk = await office.signedIn('tiepnhan');
    expect(await desk.dossiers.list({ worklist: 'overdue' })).toMatchObject({
      rows: [{ lateness: 'overdue' }],
    });
    expect((await desk.dossiers.counts({})).overdue).toBe(1);
  });

  it('receives a death as well, by the same code', async () => {
    const { dossierId } = await receiveExample(desk, 'death-registration');
    expect(await desk.dossiers.get({ dossierId })).toMatchObject({ procedure: 'death-registration' });
  });
});
