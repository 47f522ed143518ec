import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { pdfOf } from '#tests/builders/file-bytes.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { signedInClient } from './office-client.ts';
import { openOffice } from './open-office.ts';
import { DossierPage } from './pages/dossier-page.ts';
import { FilesPanel } from './pages/files-panel.ts';
import { auditScreen } from './screen-audit.ts';

const { office, windows } = await openOffice();

/** A scan and a photo, from the desk without a line to the city that has them. */
describe('files of a dossier', () => {
  let client: CoreClient;
  let dossierId = '';

  beforeAll(async () => {
    client = await signedInClient(office, 'tiepnhan');
    ({ dossierId } = await receiveExample(client, 'birth-registration'));
  });
  afterEach(() => expect(windows.takeComplaints()).toEqual([]));

  const sent = async (): Promise<number> => (await client.files.list({ owner: { dossierId } })).sent;

  it('are attached, seen, taken off and put back, and reach the city when it is there', async () => {
    const { page } = await (await windows.open()).signIn('tiepnhan');
    await page.goto(`${office.origin}/#/ho-so/${dossierId}`);
    await new DossierPage(page).ready();
    const panel = new FilesPanel(page);
    await panel.choose({ name: 'Nguyen Van Mau.png', mimeType: 'image/png', buffer: picture });
    await panel.says('0/1 tệp đã gửi thành phố.');
    await panel.thumbnail.waitFor();
    await panel.choose({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdfOf(700_000) });
    await panel.says('0/2 tệp đã gửi thành phố.');
    await panel.choose({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('PK not a picture') });
    await page.getByText('Chỉ nhận tệp PDF, JPEG hoặc PNG.').waitFor();
    expect.soft(await auditScreen(page), 'panel').toEqual([]);
    const dialog = await panel.open(0);
    await dialog.getByRole('img', { name: 'Giấy tờ khác' }).waitFor();
    expect.soft(await auditScreen(page), 'dialog').toEqual([]);
    await page.keyboard.press('Escape');
    await panel.takeOff(1);
    await panel.says('0/1 tệp đã gửi thành phố.');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await panel.says('0/2 tệp đã gửi thành phố.');
    await office.city.start();
    await vi.waitFor(() => expect(sent()).resolves.toBe(2), { timeout: 60_000, interval: 500 });
    await panel.says('2/2 tệp đã gửi thành phố.');
  });
});

/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
