import { describe, expect, it } from 'vitest';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { signedInClient } from './office-client.ts';
import { openOffice, soon } from './open-office.ts';
import { auditScreen, unseenFocus } from './screen-audit.ts';
import { takeScreen } from './screens.ts';

const { office, windows } = await openOffice();

describe('closing a day', () => {
  it('compares the day with the city, says when it cannot, and prints the sheet to sign', async () => {
    const clerk = await signedInClient(office, 'tiepnhan');
    const officer = await signedInClient(office, 'hotich');
    const { dossierId } = await receiveExample(clerk, 'birth-registration');
    await clerk.dossiers.act({ dossierId, seen: 1, action: { kind: 'dossier-handed-over', note: '' } });
    await officer.dossiers.act({ dossierId, seen: 2, action: { kind: 'entry-registered' } });

    const { page } = await (await windows.open()).signIn('hotich');
    await page.goto(`${office.origin}/#/doi-soat`);
    const row = (label: string) => page.getByRole('row', { name: new RegExp(label) });
    await page.getByText('Chưa đối chiếu được với thành phố').waitFor();
    expect(await row('Ghi vào sổ hộ tịch').innerText()).toMatch(/0\s+1\s+–\s+Chưa đối chiếu/);
    expect(await auditScreen(page)).toEqual([]);

    await office.city.start();
    await expect.poll(async () => row('Ghi vào sổ hộ tịch').innerText(), soon).toMatch(/1\s+0\s+1\s+Khớp/);
    await expect.poll(async () => page.getByText('Lệch', { exact: true }).count(), soon).toBe(0);
    await page.getByText('Không có chênh lệch.').waitFor();
    await page.getByText(/số 1–1 \(1 bản\)/).waitFor();
    expect(await auditScreen(page)).toEqual([]);
    expect(await unseenFocus(page, 20)).toEqual([]);
    await takeScreen(page, 'reconciliation');

    await page.keyboard.press('F9');
    const paper = page.frameLocator('iframe[title^="Phiếu đối soát"]');
    await paper.getByText('PHIẾU ĐỐI SOÁT CUỐI NGÀY VÀ BÀN GIAO CA').waitFor();
    expect(await paper.getByText('Người nhận ca').count()).toBe(1);
    expect(await auditScreen(page)).toEqual([]);
    await windows.closeAll();
    expect(windows.takeComplaints()).toEqual([]);
  });
});
