import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { receiveExample, typeExample } from '#tests/builders/receive-example.ts';
import { birthOf } from './births.ts';
import { signedInClient } from './office-client.ts';
import { openOffice } from './open-office.ts';
import { DeclarationPage } from './pages/declaration-page.ts';
import { DossierPage } from './pages/dossier-page.ts';
import { auditScreen, sidewaysScroll, unseenFocus } from './screen-audit.ts';
import { takeScreen } from './screens.ts';

const { office, windows } = await openOffice();

const STOPS = 30;

/** Every screen and kind of dialog, by the tool and by the tab key. */
describe('every screen', () => {
  let dossierId = '';
  let draftId = '';

  beforeAll(async () => {
    const client = await signedInClient(office, 'tiepnhan');
    ({ dossierId } = await receiveExample(client, 'birth-registration'));
    draftId = await typeExample(client, 'birth-registration', {
      'child.name': { family: 'Nguyễn', middle: 'Minh', given: 'Châu' },
    });
  });
  afterEach(async () => {
    await windows.closeAll();
    expect(windows.takeComplaints()).toEqual([]);
  });

  it('before signing in', async () => {
    const login = await windows.open();
    await takeScreen(login.page, 'login');
    expect.soft(await auditScreen(login.page), 'login').toEqual([]);
    expect.soft(await unseenFocus(login.page, 8), 'login').toEqual([]);
    await login.submit('tiepnhan', 'sai-mat-khau');
    await login.refusal();
    expect.soft(await auditScreen(login.page), 'login refused').toEqual([]);
  });

  it('of a reception clerk', async () => {
    const desk = await (await windows.open()).signIn('tiepnhan');
    const { page } = desk;
    expect.soft(await auditScreen(page), 'home').toEqual([]);
    expect.soft(await unseenFocus(page, STOPS), 'home').toEqual([]);
    await desk.reception();
    expect.soft(await auditScreen(page), 'reception').toEqual([]);
    await desk.worklist('Mới tiếp nhận');
    expect.soft(await auditScreen(page), 'worklist').toEqual([]);
    expect.soft(await unseenFocus(page, STOPS), 'worklist').toEqual([]);
    await desk.register();
    expect.soft(await auditScreen(page), 'register').toEqual([]);
    await desk.sync();
    expect.soft(await auditScreen(page), 'sync').toEqual([]);
    expect.soft(await unseenFocus(page, STOPS), 'sync').toEqual([]);
    await desk.help();
    expect.soft(await auditScreen(page), 'help').toEqual([]);
    const palette = await desk.search();
    await palette.type('nguyen');
    await palette.hit('Nguyễn').first().waitFor();
    expect.soft(await auditScreen(page), 'search').toEqual([]);
    await palette.close();
    const lock = await desk.lock();
    await lock.refusal().catch(() => '');
    expect.soft(await auditScreen(page), 'locked').toEqual([]);
  });

  it('of a declaration', async () => {
    const { page } = await (await windows.open()).signIn('tiepnhan');
    await page.goto(`${office.origin}/#/tiep-nhan/${draftId}`);
    const form = new DeclarationPage(page);
    await form.ready();
    expect.soft(await auditScreen(page), 'declaration').toEqual([]);
    expect.soft(await unseenFocus(page, STOPS + STOPS), 'declaration').toEqual([]);
    await form.section('Mẹ').getByRole('button', { name: 'Quét căn cước' }).click();
    expect.soft(await auditScreen(page), 'scan').toEqual([]);
    await page.keyboard.press('Escape');
    await form.fillChild(birthOf('Nguyễn Minh Châu', 'Trần Thị Thu Hà', 'Nữ', 103));
    await form.section('Người được khai sinh').getByLabel('Họ, chữ đệm, tên').fill('');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/lỗi$/).first().waitFor();
    expect.soft(await auditScreen(page), 'declaration with an error').toEqual([]);
    await form.section('Người được khai sinh').getByLabel('Họ, chữ đệm, tên').fill('Nguyễn Minh Châu');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: 'Tiếp nhận hồ sơ' }).waitFor();
    expect.soft(await auditScreen(page), 'receive').toEqual([]);
    const received = await form.receive();
    expect.soft(await auditScreen(page), 'received').toEqual([]);
    await received.slip();
    expect.soft(await auditScreen(page), 'print preview').toEqual([]);
  });

  it('of a dossier', async () => {
    const { page } = await (await windows.open()).signIn('tiepnhan');
    await page.goto(`${office.origin}/#/ho-so/${dossierId}`);
    const dossier = new DossierPage(page);
    await dossier.ready();
    expect.soft(await auditScreen(page), 'dossier').toEqual([]);
    expect.soft(await unseenFocus(page, STOPS), 'dossier').toEqual([]);
    for (const action of ['Yêu cầu bổ sung hồ sơ', 'Sửa nội dung khai', 'Chuyển hồ sơ cho chuyên môn']) {
      await dossier.begin(action);
      expect.soft(await auditScreen(page), action).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await dossier.handOver();
    const officer = await (await windows.open()).signIn('hotich');
    const theirs = await officer.dossier('Thẩm tra', 'Nguyễn Minh Anh');
    const entry = await theirs.begin('Ghi vào sổ hộ tịch');
    await entry.getByText('số dự kiến').waitFor();
    expect.soft(await auditScreen(officer.page), 'entry').toEqual([]);
    await officer.page.keyboard.press('Escape');
    await theirs.enterInRegister();
    const register = await officer.register();
    await register.openEntry('Nguyễn Minh Anh');
    expect.soft(await auditScreen(officer.page), 'entry of a book').toEqual([]);
    await officer.page.keyboard.press('Escape');
    await officer.page.getByRole('button', { name: 'Mở sổ' }).click();
    expect.soft(await auditScreen(officer.page), 'open book').toEqual([]);
  });

  it('of an IT administrator', async () => {
    const desk = await (await windows.open()).signIn('cntt');
    const { page } = desk;
    await desk.settings();
    expect.soft(await auditScreen(page), 'settings').toEqual([]);
    await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
    expect.soft(await auditScreen(page), 'new account').toEqual([]);
  });

  it('with very large text', async () => {
    const desk = await (await windows.open()).signIn('hotich');
    const { page } = desk;
    await (await desk.settings()).chooseTextSize('Rất lớn');
    const places = ['', 'tiep-nhan', 'danh-sach/all', `ho-so/${dossierId}`, 'so', 'dong-bo', 'tro-giup'];
    for (const place of places) {
      await page.goto(`${office.origin}/#/${place}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect.soft(await sidewaysScroll(page, 'with very large text'), place).toEqual([]);
    }
  });
});
