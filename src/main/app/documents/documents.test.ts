import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '#main/compose.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { receiveExample, typeExample } from '#tests/builders/receive-example.ts';
import { refusalOf } from '#tests/builders/refusals.ts';

let office: OfficeCore;
let desk: CoreClient;
let dossierId: string;
beforeEach(async () => {
  office = await officeCore();
  desk = await office.signedIn('tiepnhan');
  ({ dossierId } = await receiveExample(desk, 'birth-registration'));
});
afterEach(() => office[Symbol.asyncDispose]());

async function documentOf(id: string) {
  const { documents } = await desk.dossiers.get({ dossierId });
  return documents.find((each) => each.id === id);
}

describe('documents', () => {
  it('previews the slip without writing to the dossier', async () => {
    const { html, sheet, legal } = await desk.documents.preview({ dossierId, document: 'receipt-slip' });
    expect(html).toContain('GIẤY TIẾP NHẬN HỒ SƠ');
    expect(html).toContain('BẢN DEMO');
    expect({ sheet, legal }).toEqual({ sheet: { size: 'A4', orientation: 'landscape' }, legal: false });
    expect((await desk.dossiers.get({ dossierId })).version).toBe(1);
  });

  it('journals a print before the page is handed out, and its outcome after', async () => {
    const printed = await desk.documents.print({ dossierId, document: 'receipt-slip', copies: 1 });
    const before = await desk.dossiers.get({ dossierId });
    expect(before.timeline.at(-1)).toMatchObject({ kind: 'document-printed' });
    expect(before.documents.find((each) => each.id === 'receipt-slip')).toMatchObject({ printed: 1 });
    const spoilt = { printId: printed.printId, outcome: 'spoilt', reason: 'Kẹt giấy' } as const;
    await desk.documents.settle(spoilt);
    expect(await documentOf('receipt-slip')).toMatchObject({ printed: 0 });
    expect(await refusalOf(desk.documents.settle(spoilt))).toEqual(['print/not-found']);
  });

  it('makes no certificate before the entry and the personal ID (rule B07)', async () => {
    const certificate = { dossierId, document: 'birth-certificate', copies: 1 };
    expect(await documentOf('birth-certificate')).toMatchObject({ ready: false, legal: true });
    expect(await refusalOf(desk.documents.print(certificate))).toEqual(['document/not-ready']);
    const officer = await office.signedIn('hotich');
    await desk.dossiers.act({ dossierId, seen: 1, action: { kind: 'dossier-handed-over', note: '' } });
    await officer.dossiers.act({ dossierId, seen: 2, action: { kind: 'entry-registered' } });
    expect(await documentOf('birth-certificate')).toMatchObject({ waitsFor: 'Chờ số định danh cá nhân.' });
    expect(await refusalOf(officer.documents.print(certificate))).toEqual(['document/not-ready']);
    const personalId = '001326000012';
    const action = { kind: 'personal-id-recorded', personalId, source: 'CSDLQG về dân cư' } as const;
    await officer.dossiers.act({ dossierId, seen: 3, action });
    const { html, legal } = await officer.documents.print(certificate);
    expect(legal).toBe(true);
    expect(html).toContain(personalId);
    expect(html).not.toMatch(/undefined|\[object/);
  });

  it('prints the declaration of a draft and nothing else of it', async () => {
    const draftId = await typeExample(desk, 'death-registration');
    const { documents } = await desk.dossiers.get({ dossierId });
    const declaration = documents.find((each) => each.id.includes('declaration'))?.id ?? '';
    expect(declaration).not.toBe('');
    const own = await typeExample(desk, 'birth-registration');
    const printed = await desk.documents.print({ draftId: own, document: declaration, copies: 1 });
    await desk.documents.settle({ printId: printed.printId, outcome: 'printed', reason: '' });
    expect(await refusalOf(desk.documents.preview({ draftId: own, document: 'birth-certificate' }))).toEqual([
      'document/not-ready',
    ]);
    expect(await refusalOf(desk.documents.preview({ draftId, document: 'không-có' }))).toEqual([
      'document/not-found',
    ]);
  });

  it('remembers the calibration of a stock on this machine', async () => {
    const calibration = { dx: 1.5, dy: -2, scaleX: 1.01, scaleY: 1 };
    await desk.documents.setCalibration({ document: 'birth-certificate-overlay', calibration });
    expect(await desk.documents.calibration({ document: 'birth-certificate-overlay' })).toEqual(calibration);
    expect(await desk.documents.calibration({ document: 'receipt-slip' })).toMatchObject({
      dx: 0,
      scaleX: 1,
    });
  });

  it('has every desk paper whole once it concerns the dossier', async () => {
    const leader = await office.signedIn('lanhdao');
    const items = [{ document: 'Giấy chứng sinh', content: 'Nộp bản chính', basis: 'NĐ 123/2015' }];
    const request = { kind: 'supplement-requested', items, reason: 'Thiếu', dueBy: '2026-10-09' } as const;
    await desk.dossiers.act({ dossierId, seen: 1, action: request });
    const extend = { kind: 'deadline-extended', newDueDate: '2026-10-05', reason: 'Chờ bổ sung' } as const;
    await leader.dossiers.act({ dossierId, seen: 2, action: extend });
    await desk.dossiers.act({ dossierId, seen: 3, action: { kind: 'withdrawal-requested', reason: 'Rút' } });
    const stop = { kind: 'dossier-stopped', reason: 'Công dân rút', settlement: 'Trả giấy tờ' } as const;
    const { documents } = await leader.dossiers.act({ dossierId, seen: 4, action: stop });
    const desks = documents
      .filter((each) => /slip|notice/.test(each.id) && !each.legal)
      .map((each) => each.id);
    expect(desks).toEqual(expect.arrayContaining(['supplement-slip', 'apology-slip', 'stop-notice']));
    for (const document of desks) {
      const { html } = await leader.documents.preview({ dossierId, document });
      expect(html).not.toMatch(/undefined|\[object/);
    }
  });
});
