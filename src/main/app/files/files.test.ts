import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '#main/compose.ts';
import type { RebuildableStore } from '#main/store/store.ts';
import { attachFile, readWhole } from '#tests/builders/attach-file.ts';
import { jpegOf, pdfOf } from '#tests/builders/file-bytes.ts';
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

const begin = (size: number, owner: { draftId: string }, component = '') =>
  desk.files.begin({ owner, component, label: 'Trang 1', size });

describe('a file attached to a draft', () => {
  it('becomes the dossier’s when it is received, byte for byte', async () => {
    const draftId = await typeExample(desk, 'birth-registration');
    const [scan, photo, small] = [pdfOf(700_001), jpegOf(90_000), jpegOf(2_000)];
    await attachFile(desk, { draftId }, scan, { label: 'Giấy chứng sinh', component: 'birth-notice' });
    await attachFile(desk, { draftId }, photo, { label: 'Ảnh thẻ', preview: small });
    const { facts, components } = await desk.drafts.get({ draftId });
    const { problems } = await desk.dossiers.check({
      procedure: 'birth-registration',
      facts,
      components,
      draftId,
    });
    const acknowledged = problems.map(({ code, field }) => ({ code, field }));
    const { dossierId } = await desk.dossiers.receive({ draftId, acknowledged, returnBy: 'desk' });
    const { files, total, sent } = await desk.files.list({ owner: { dossierId } });
    expect({ total, sent }).toEqual({ total: 2, sent: 0 });
    expect(files).toMatchObject([
      { label: 'Giấy chứng sinh', mime: 'application/pdf', state: 'waiting', here: true, mayTakeOff: true },
      { label: 'Ảnh thẻ', mime: 'image/jpeg', hasPreview: true },
    ]);
    expect(await readWhole(desk, files[0]?.fileId ?? '')).toEqual(scan);
    expect(await readWhole(desk, files[1]?.fileId ?? '')).toEqual(photo);
    expect(await readWhole(desk, files[1]?.fileId ?? '', 'preview')).toEqual(small);
    const view = await desk.dossiers.get({ dossierId });
    expect(view).toMatchObject({ version: 3, files: { total: 2, sent: 0 } });
    expect(view.timeline.map((item) => item.kind)).toEqual([
      'dossier-received',
      'file-attached',
      'file-attached',
    ]);
  });

  it('is refused by what it is, not by what it is called', async () => {
    const draftId = await typeExample(desk, 'birth-registration');
    const word = Buffer.from('PK\u0003\u0004 a document of some office program');
    expect(await refusalOf(attachFile(desk, { draftId }, word, { label: 'anh.jpg' }))).toEqual(['file/type']);
    expect(await refusalOf(begin(60 * 1024 * 1024, { draftId }))).toEqual(['file/too-large']);
    expect(await refusalOf(begin(0, { draftId }))).toEqual(['file/incomplete']);
    expect(await refusalOf(begin(100, { draftId }, 'no-such-paper'))).toEqual(['rule/G04']);
    expect((await desk.files.list({ owner: { draftId } })).total).toBe(0);
  });

  it('takes repeated bytes once and is not attached before all of them came', async () => {
    const draftId = await typeExample(desk, 'birth-registration');
    const bytes = pdfOf(400_000);
    const { transferId, callBytes } = await begin(bytes.length, { draftId });
    const first = bytes.subarray(0, callBytes).toString('base64');
    await desk.files.put({ transferId, offset: 0, bytes: first });
    expect(await desk.files.put({ transferId, offset: 0, bytes: first })).toEqual({ received: callBytes });
    expect(await refusalOf(desk.files.finish({ transferId }))).toEqual(['file/incomplete']);
    await desk.files.put({
      transferId,
      offset: callBytes,
      bytes: bytes.subarray(callBytes).toString('base64'),
    });
    const { fileId } = await desk.files.finish({ transferId });
    expect(await readWhole(desk, fileId)).toEqual(bytes);
  });

  it('is nobody else’s to see, and leaves nothing behind when it is given up', async () => {
    const draftId = await typeExample(desk, 'birth-registration');
    const { fileId } = await attachFile(desk, { draftId }, pdfOf(1_000));
    const officer = await office.signedIn('hotich');
    expect(await refusalOf(officer.files.list({ owner: { draftId } }))).toEqual(['draft/not-found']);
    expect(await refusalOf(readWhole(officer, fileId))).toEqual(['draft/not-found']);
    const { transferId } = await begin(500_000, { draftId });
    await desk.files.put({ transferId, offset: 0, bytes: pdfOf(1_000).toString('base64') });
    await desk.files.cancel({ transferId });
    expect(readdirSync(path.join(office.dataDir, 'files', 'unfinished'))).toEqual([]);
  });
});

describe('a file attached to a dossier', () => {
  it('can be taken off and put back while the city does not have it', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const bytes = pdfOf(3_000);
    const { fileId } = await attachFile(desk, { dossierId }, bytes);
    expect(await desk.files.takeOff({ fileId })).toMatchObject({ takenOff: true, mayTakeOff: false });
    expect((await desk.files.list({ owner: { dossierId } })).files).toEqual([]);
    expect(await desk.files.putBack({ fileId })).toMatchObject({ takenOff: false });
    expect(await readWhole(desk, fileId)).toEqual(bytes);
    const kinds = (await desk.dossiers.get({ dossierId })).timeline.map((item) => item.kind);
    expect(kinds).toEqual(['dossier-received', 'file-attached', 'file-taken-off', 'file-attached']);
  });

  it('cannot be taken off once the city has it', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const { fileId } = await attachFile(desk, { dossierId }, pdfOf(3_000));
    office.core.store.write((writer) => {
      const row = writer.files.one(fileId);
      if (row) writer.files.saveUpload(row.content.sha256, { state: 'accepted' });
    });
    expect(await refusalOf(desk.files.takeOff({ fileId }))).toEqual(['file/already-sent']);
    expect((await desk.dossiers.list({ worklist: 'all' })).rows[0]?.files).toEqual({ total: 1, sent: 1 });
  });

  it('is kept once when the same bytes are attached twice', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const bytes = pdfOf(3_000);
    const first = await attachFile(desk, { dossierId }, bytes);
    const again = await attachFile(desk, { dossierId }, bytes);
    expect(again.fileId).not.toBe(first.fileId);
    const kept = readdirSync(path.join(office.dataDir, 'files'), { recursive: true, encoding: 'utf8' });
    expect(kept.filter((name) => name.endsWith('.bin'))).toHaveLength(1);
  });

  it('is not attached by somebody without the role, nor read by the IT administrator; reading is on record', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const { fileId } = await attachFile(desk, { dossierId }, pdfOf(3_000));
    const leader = await office.signedIn('lanhdao');
    expect(await refusalOf(attachFile(leader, { dossierId }, pdfOf(100)))).toEqual(['dossier/role']);
    expect(await readWhole(leader, fileId)).toHaveLength(3_000);
    const technician = await office.signedIn('cntt');
    expect(await refusalOf(readWhole(technician, fileId))).toEqual(['dossier/role']);
    const { rows } = await technician.administration.auditLog({ limit: 200 });
    expect(rows.filter((row) => row.action === 'file-read' && row.target === dossierId)).toHaveLength(1);
  });

  it('comes back with the lists when they are made anew from the log', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    const bytes = pdfOf(3_000);
    const { fileId } = await attachFile(desk, { dossierId }, bytes);
    const draftId = await typeExample(desk, 'birth-registration');
    await attachFile(desk, { draftId }, pdfOf(500));
    (office.core.store as RebuildableStore).rebuildProjections();
    expect(await readWhole(desk, fileId)).toEqual(bytes);
    expect((await desk.files.list({ owner: { draftId } })).total).toBe(1);
  });
});
