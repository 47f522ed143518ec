import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import type { Action } from '#shared/contract/dossiers.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { signedInClient } from './office-client.ts';
import type { OfficeUnderTest } from './office-under-test.ts';
import { openOffice } from './open-office.ts';
import type { Desk } from './pages/desk.ts';
import { DossierPage } from './pages/dossier-page.ts';
import { pdfSheets, pdfText } from './pdf-text.ts';

const { office, windows } = await openOffice();

const MOST_ERROR_MM = 0.5;

/** From the button of a dossier to the very sheet, through the host's own fonts. */
describe('a paper of a dossier', () => {
  let desk: Desk;
  let dossier: DossierPage;

  beforeAll(async () => {
    const dossierId = await enteredBirth(office);
    desk = await (await windows.open()).signIn('hotich');
    await desk.page.goto(`${office.origin}/#/ho-so/${dossierId}`);
    dossier = new DossierPage(desk.page);
    await dossier.ready();
  });
  afterEach(() => expect(windows.takeComplaints()).toEqual([]));

  it.each([
    { title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (2 liên trên A4)', sheets: ['297×210'] },
    { title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (A5)', sheets: ['148×210', '148×210'] },
  ])('prints $title on $sheets', async ({ title, sheets }) => {
    const preview = await dossier.preview(title);
    const pdf = await printed(desk.page, await preview.html());
    await preview.close();
    expect(await pdfSheets(pdf)).toEqual(sheets);
    const copies = (await pdfText(pdf)).join('').split('GIẤYTIẾPNHẬNHỒSƠVÀHẸNTRẢKẾTQUẢ').slice(1);
    expect(copies).toHaveLength(2);
    for (const copy of copies) expect(copy).toContain('Tiếpnhậnhồsơcủa:TrầnThịThuHà');
  });

  it('prints a birth certificate whose text another program can read', async () => {
    const preview = await dossier.preview('Giấy khai sinh');
    const pdf = await printed(desk.page, await preview.html());
    await preview.close();
    expect(await pdfSheets(pdf)).toEqual(['210×297', '210×297']);
    const [text = ''] = await pdfText(pdf);
    expect(text).toContain('GIẤYKHAISINH');
    expect(text).toContain('NGUYỄNMINHANH');
    expect(text).toContain('001326000012');
  });

  it('moves what goes on stock by what the printer was measured to be off', async () => {
    const before = await dossier.preview('Giấy khai sinh (in trên phôi)');
    const nominal = await places(desk.page, await before.html());
    const shift = { dx: 1.5, dy: -2 };
    await before.calibrate(shift);
    await before.close();
    const after = await dossier.preview('Giấy khai sinh (in trên phôi)');
    const calibrated = await places(desk.page, await after.html());
    await after.close();
    expect(Math.abs((nominal.get('name')?.x ?? 0) - 62)).toBeLessThan(MOST_ERROR_MM);
    expect(Math.abs((nominal.get('name')?.y ?? 0) - 78)).toBeLessThan(MOST_ERROR_MM);
    expect([...calibrated.keys()]).toEqual([...nominal.keys()]);
    for (const [id, { x, y }] of nominal) {
      const moved = calibrated.get(id) ?? { x: 0, y: 0 };
      expect.soft(Math.abs(moved.x - x - shift.dx), id).toBeLessThan(MOST_ERROR_MM);
      expect.soft(Math.abs(moved.y - y - shift.dy), id).toBeLessThan(MOST_ERROR_MM);
    }
  });

  it('asks what came out, and keeps a spoilt legal paper on record', async () => {
    const preview = await dossier.preview('Giấy khai sinh');
    await preview.printSpoilt('HN-000123', 'Kẹt giấy');
    await preview.close();
    const again = await dossier.preview('Giấy khai sinh');
    await again.print('HN-000124');
    await dossier.timeline.filter({ hasText: 'Kẹt giấy' }).first().waitFor();
  });
});

/** A birth entered in the book, with its personal ID: every paper is ready. */
async function enteredBirth(office: OfficeUnderTest): Promise<string> {
  const clerk = await signedInClient(office, 'tiepnhan');
  const officer = await signedInClient(office, 'hotich');
  const { dossierId } = await receiveExample(clerk, 'birth-registration');
  const act = async (who: CoreClient, action: Action): Promise<void> => {
    const { version } = await who.dossiers.get({ dossierId });
    await who.dossiers.act({ dossierId, seen: version, action });
  };
  await act(clerk, { kind: 'dossier-handed-over', note: '' });
  await act(officer, { kind: 'entry-registered' });
  await act(officer, {
    kind: 'personal-id-recorded',
    personalId: '001326000012',
    source: 'CSDLQG về dân cư',
  });
  return dossierId;
}

/** Opens a page to be printed beside the window, where the host serves its fonts, for as long as `look` takes. */
async function beside<Seen>(page: Page, html: string, look: (paper: Page) => Promise<Seen>): Promise<Seen> {
  const paper = await page.context().newPage();
  const address = `${new URL(page.url()).origin}/to-in`;
  await paper.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await paper.goto(address);
  await paper.evaluate('document.fonts.ready');
  try {
    return await look(paper);
  } finally {
    await paper.close();
  }
}

function printed(page: Page, html: string): Promise<Uint8Array> {
  return beside(page, html, (paper) => paper.pdf({ preferCSSPageSize: true }));
}

/** Where each text of a stock stands, in mm from the sheet's corner. */
function places(page: Page, html: string): Promise<ReadonlyMap<string, { x: number; y: number }>> {
  return beside(page, html, async (paper) => {
    await paper.emulateMedia({ media: 'print' });
    const inMillimetres = (pixels: number): number => (pixels / 96) * 25.4;
    const found = new Map<string, { x: number; y: number }>();
    for (const text of await paper.locator('[data-field]').all()) {
      const box = await text.boundingBox();
      const id = (await text.getAttribute('data-field')) ?? '';
      if (box) found.set(id, { x: inMillimetres(box.x), y: inMillimetres(box.y) });
    }
    return found;
  });
}
