import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Database, openPglite } from '#city/store/database.ts';
import { type Core, type CoreClient, composeCore, connectInProcess } from '#main/compose.ts';
import { restoreCopy } from '#main/hosts/cli/restore-copy.ts';
import { readHostConfig } from '#main/hosts/host-config.ts';
import { demoOffice } from '#shared/dossiers/demo-office.ts';
import { attachFile, readWhole } from '#tests/builders/attach-file.ts';
import { jpegOf, pdfOf } from '#tests/builders/file-bytes.ts';
import { demoPassword, type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { receiveExample, typeExample } from '#tests/builders/receive-example.ts';
import { startTestCity, type TestCity } from '#tests/setup/test-city.ts';

const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 30_000, interval: 50 });
const [scan, photo, small, typed] = [pdfOf(700_000), jpegOf(90_000), jpegOf(2_000), pdfOf(9_000)];

/** A dossier with two files and a draft with one, on a machine that never reached the city. */
describe('attached files in the second copy', () => {
  let folder: string;
  let medium: string;
  let office: OfficeCore;
  let desk: CoreClient;
  let code = '';
  let dossierId = '';
  let draftId = '';

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-copy-files-'));
    medium = path.join(folder, 'usb');
    mkdirSync(medium);
    office = await officeCore();
    office.core.start();
    const administrator = await office.signedIn('cntt');
    ({ recoveryCode: code } = await administrator.safety.chooseSecondCopy({
      folder: medium,
      newCode: false,
    }));
    desk = await office.signedIn('tiepnhan');
    ({ dossierId } = await receiveExample(desk, 'birth-registration'));
    await attachFile(desk, { dossierId }, scan);
    await attachFile(desk, { dossierId }, photo, { preview: small });
    draftId = await typeExample(desk, 'birth-registration', {});
    await attachFile(desk, { draftId }, typed);
    await eventually(() => expect(copied()).toHaveLength(4));
    await eventually(async () => {
      const { secondCopy } = await administrator.safety.status({});
      expect(secondCopy).toMatchObject({ behind: 0, missing: { files: 0, bytes: 0 }, failed: false });
    });
  });
  afterEach(async () => {
    await office[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const copied = (): readonly string[] =>
    readdirSync(medium, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bin'));

  it('leave it one by one when nobody needs them any more', async () => {
    const { files } = await desk.files.list({ owner: { draftId } });
    await desk.files.takeOff({ fileId: files[0]?.fileId ?? '' });
    await eventually(() => expect(copied()).toHaveLength(3));
    const { store } = office.core;
    for (const { sha256 } of store.read((reader) => reader.safety.unsentFiles()))
      store.write((writer) => writer.files.saveUpload(sha256, { state: 'accepted' }));
    await eventually(() => expect(copied()).toEqual([]));
  });

  describe('on a spare PC', () => {
    let database: Database;
    let city: TestCity;
    let spare: Core | undefined;
    beforeEach(async () => {
      database = await openPglite();
      city = await startTestCity({ database, office: demoOffice });
    });
    afterEach(async () => {
      await spare?.close();
      spare = undefined;
      await city.close();
      await database.close();
    });

    async function restored() {
      const environment = { MOT_CUA_DATA_DIR: path.join(folder, 'spare'), MOT_CUA_CITY_URL: city.url };
      const config = readHostConfig(environment);
      const outcome = await restoreCopy.run(config, [medium, code, await city.newCode(), 'may-moi']);
      const composed = await composeCore(config);
      if (!composed.ok) throw new Error(JSON.stringify(composed.error));
      spare = composed.value;
      const client = connectInProcess(spare, 'desk');
      await client.session.signIn({ username: 'tiepnhan', password: demoPassword });
      return { outcome, client };
    }

    it('are there byte for byte, of dossiers and drafts, and reach the city from it', async () => {
      const { outcome, client } = await restored();
      expect(outcome).toMatchObject({ ok: true, value: { attention: false } });
      expect(JSON.stringify(outcome)).toContain('4 tệp đính kèm');
      const { files } = await client.files.list({ owner: { dossierId } });
      const bytes = await Promise.all(files.map(({ fileId }) => readWhole(client, fileId)));
      expect(bytes).toEqual([scan, photo]);
      expect(await readWhole(client, files[1]?.fileId ?? '', 'preview')).toEqual(small);
      const ofDraft = await client.files.list({ owner: { draftId } });
      expect(await readWhole(client, ofDraft.files[0]?.fileId ?? '')).toEqual(typed);
      spare?.start();
      await eventually(async () =>
        expect(await client.files.list({ owner: { dossierId } })).toMatchObject({ total: 2, sent: 2 }),
      );
    });

    it('that the copy has not whole are counted, and the rest is taken up', async () => {
      const [name = ''] = copied().filter((each) => each.includes('.bin'));
      truncateSync(path.join(medium, name), 100);
      const { outcome, client } = await restored();
      expect(outcome).toMatchObject({ ok: true, value: { attention: true } });
      expect(JSON.stringify(outcome)).toContain('Không lấy lại được 1 tệp');
      expect((await client.files.list({ owner: { dossierId } })).total).toBe(2);
    });
  });
});
