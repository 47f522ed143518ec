import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { attachFile } from '#tests/builders/attach-file.ts';
import { pdfOf } from '#tests/builders/file-bytes.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { runEntry } from '#tests/hosts/office-process.ts';
import { signedInClient } from './office-client.ts';
import { openOffice, soon } from './open-office.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-usb-'));
// Registered first, so done last: after the office has closed.
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { office, windows } = await openOffice();

const cityEntry = path.resolve(import.meta.dirname, '../../src/city-server/entry.ts');

it('carries work and its scan to the city by hand, and the receipts back, by commands alone', async () => {
  const cli = (...args: readonly string[]) => runEntry('cli', {}, ...args, '--data-dir', office.dataDir);
  const file = path.join(folder, 'queue.niem-phong');
  expect((await cli('export', file)).errors).toContain('export/no-key');
  await office.city.start();
  const clerk = await signedInClient(office, 'tiepnhan');
  await receiveExample(clerk, 'birth-registration');
  await expect.poll(async () => (await clerk.sync.status({})).counts.waiting, soon).toBe(0);
  await expect.poll(async () => (await cli('export', file)).errors, soon).toContain('export/nothing');
  await office.city.stop();
  const { dossierId } = await receiveExample(clerk, 'birth-registration');
  await attachFile(clerk, { dossierId }, pdfOf(600_000));

  const exported = await cli('export', file);
  expect(exported).toMatchObject({ code: 0 });
  expect(exported.out).toMatch(/niêm phong [1-9]\d* việc, 1 tệp đính kèm/);
  expect(await cli('export', file)).toMatchObject({ code: 1 });
  const env = { ...process.env, CITY_DATA_DIR: office.cityFolder, DATABASE_URL: '', LOG_LEVEL: 'error' };
  const { stdout } = await promisify(execFile)(process.execPath, [cityEntry, '--import', file], { env });
  expect(stdout).toContain('100 % tệp đính kèm');
  expect((await cli('import-receipts', `${file}.bien-nhan`)).errors).toContain('store/locked-by-other');
  await office.killCore();
  const imported = await cli('import-receipts', `${file}.bien-nhan`);
  expect(imported).toMatchObject({ code: 0, errors: '' });
  expect(imported.out).toContain('1 tệp đính kèm');

  await office.startCore();
  const desk = await (await windows.open()).signIn('tiepnhan');
  const sync = await desk.sync();
  expect(await sync.count('Chưa gửi')).toBe(0);
  const { page } = desk;
  await page.goto(`${office.origin}/#/ho-so/${dossierId}`);
  await page.getByText('1/1 tệp đã gửi thành phố.').waitFor();
  expect(windows.takeComplaints()).toEqual([]);
});
