import { afterEach, describe, expect, it } from 'vitest';
import { birthOf } from './births.ts';
import { readCityLedger } from './city-ledger.ts';
import { openOffice, soon } from './open-office.ts';
import type { Desk } from './pages/desk.ts';
import { takeScreen } from './screens.ts';

const { office, windows } = await openOffice();

const anh = birthOf('Nguyễn Minh Anh', 'Trần Thị Thu Hà', 'Nữ', 101);
const bao = birthOf('Lê Gia Bảo', 'Phạm Ngọc Mai', 'Nam', 102);

/** The main job of the application, step by step; each test goes on where the one before stopped. */
describe('a day without the city', () => {
  let desk: Desk;
  let secondDesk: Desk;
  let officer: Desk;
  let leader: Desk;

  afterEach(() => expect(windows.takeComplaints()).toEqual([]));

  it('begins with the office enrolled and every person signed in', async () => {
    await office.city.start();
    const administrator = await (await windows.open()).signIn('cntt');
    const settings = await administrator.settings();
    await settings.createAccount({
      fullName: 'Đỗ Thị Ví Dụ',
      username: 'tiepnhan2',
      password: 'DatLai2026',
      role: 'Cán bộ tiếp nhận',
    });
    await expect.poll(() => administrator.connection(), soon).toBe('online');
    desk = await (await windows.open()).signIn('tiepnhan');
    officer = await (await windows.open()).signIn('hotich');
    leader = await (await windows.open()).signIn('lanhdao');
  });

  it('makes a new clerk choose a password before the first work', async () => {
    const login = await windows.open();
    await login.submit('tiepnhan2', 'DatLai2026');
    await login.changeFirstPassword('DatLai2026', 'QuayHai2026');
    secondDesk = await login.desk();
  });

  it('loses the city, and says what still works', async () => {
    await office.city.stop();
    await (await desk.sync()).retryAll();
    await expect.poll(() => desk.connection(), soon).toBe('offline');
    expect(await desk.banner()).toContain('Vẫn tiếp nhận, xử lý, vào sổ, in và trả kết quả');
  });

  it('receives a birth while a colleague types another', async () => {
    const theirs = await (await secondDesk.reception()).begin('khai sinh');
    await theirs.fillBirth(bao);
    await theirs.saved.waitFor();

    const form = await (await desk.reception()).begin('khai sinh');
    await form.fillBirth(anh);
    await form.show('Người được khai sinh');
    await takeScreen(desk.page, 'reception');
    const received = await form.receive();
    // Codes were reserved while the city could still be reached.
    expect(await received.code()).toMatch(/^H26\.12-\d{6}-\d{4}$/);
    const slip = await received.slip();
    expect(await slip.text()).toContain(anh.mother.name);
    await takeScreen(desk.page, 'receipt-slip');
    await slip.print();
  });

  it('loses its power, and nothing else', async () => {
    await windows.loseCore();
    await office.startCore();
    desk = await (await windows.reopen(desk.page)).signIn('tiepnhan');
    secondDesk = await (await windows.reopen(secondDesk.page)).signIn('tiepnhan2', 'QuayHai2026');
    officer = await (await windows.reopen(officer.page)).signIn('hotich');
    leader = await (await windows.reopen(leader.page)).signIn('lanhdao');

    const theirs = await (await secondDesk.reception()).resume(bao.child);
    await (await theirs.receive()).openDossier();
    const list = await desk.worklist('Mới tiếp nhận');
    await list.row(anh.child).waitFor();
    await list.row(bao.child).waitFor();
    await takeScreen(desk.page, 'worklist');
  });

  it('goes from the desk through the register and the signature back to the citizen', async () => {
    for (const { child } of [anh, bao]) await (await desk.dossier('Mới tiếp nhận', child)).handOver();
    for (const { child, personalId } of [anh, bao]) {
      const dossier = await officer.dossier('Thẩm tra', child);
      await dossier.enterInRegister();
      await officer.page.reload();
      await dossier.reaches('Chờ cấp số định danh');
      if (child === bao.child) await takeScreen(officer.page, 'dossier');
      await dossier.recordPersonalId(personalId);
      await dossier.submitForSignature();
    }
    const signing = await leader.dossier('Trình ký', anh.child);
    await signing.sign();
    const signed = await officer.dossier('Tất cả', anh.child);
    await signed.complete();
    const certificate = await signed.preview('Giấy khai sinh');
    expect(await certificate.text()).toContain(anh.child.toLocaleUpperCase('vi'));
    await certificate.print('HN-000001');

    const returning = await desk.dossier('Chờ trả', anh.child);
    await returning.returnResult('Thẻ căn cước của mẹ');
    expect(await returning.axis('Gửi thành phố').innerText()).toBe('Chưa gửi');
    const book = await officer.register();
    await book.entry(bao.child).waitFor();
    await takeScreen(officer.page, 'register');
  });

  it('shows what waits for the city, and finds a dossier by a name without tones', async () => {
    const sync = await leader.sync();
    expect(await sync.count('Chưa gửi')).toBeGreaterThan(12);
    expect(await sync.count('Cần xử lý')).toBe(0);
    await takeScreen(leader.page, 'sync-offline');
    const palette = await desk.search();
    await palette.type('nguyen minh anh');
    await palette.hit(anh.child).first().waitFor();
    await takeScreen(desk.page, 'search');
    await palette.close();
  });

  it('has the city back, and sends everything by itself', async () => {
    await office.city.start();
    const sync = await leader.sync();
    await expect.poll(() => sync.count('Chưa gửi'), soon).toBe(0);
    await expect.poll(() => leader.connection(), soon).toBe('online');
    expect(await sync.count('Cần xử lý')).toBe(0);
    expect(await sync.count('Bị từ chối')).toBe(0);
    await takeScreen(leader.page, 'sync-drained');

    const returned = await desk.dossier('Đã kết thúc', anh.child);
    expect(await returned.axis('Gửi thành phố').innerText()).toBe('Thành phố đã nhận');
    const steps = await returned.timeline.allInnerTexts();
    expect(steps.filter((step) => !step.includes('biên nhận thành phố'))).toEqual([]);
  });

  it('stands in the city once', async () => {
    await windows.closeAll();
    await office.city.stop();
    const ledger = await readCityLedger(office.cityFolder);
    expect(ledger.dossiers.map(({ subject, status }) => [subject, status])).toEqual([
      [anh.child, 'returned'],
      [bao.child, 'awaiting-signature'],
    ]);
    expect(new Set(ledger.dossiers.map(({ code }) => code)).size).toBe(2);
    expect(ledger.entries).toEqual([
      { subject: anh.child, book: 'birth', number: 1 },
      { subject: bao.child, book: 'birth', number: 2 },
    ]);
    expect(new Set(ledger.feed.map(({ eventId }) => eventId)).size).toBe(ledger.feed.length);
    expect(new Set(ledger.feed.map(({ receipt }) => receipt)).size).toBe(ledger.feed.length);
    expect(ledger.feed.filter(({ kind }) => kind === 'dossier-received')).toHaveLength(2);
    expect(ledger.feed.filter(({ kind }) => kind === 'entry-registered')).toHaveLength(2);
    expect(ledger.heldOrRefused).toBe(0);
  });
});
