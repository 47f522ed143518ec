import { afterEach, describe, expect, it } from 'vitest';
import { openOffice } from './open-office.ts';

const { windows } = await openOffice();

describe('a person at a window', () => {
  afterEach(async () => {
    await windows.closeAll();
    expect(windows.takeComplaints()).toEqual([]);
  });

  it('is told that the password is wrong, and of neither account nor password which', async () => {
    const login = await windows.open();
    await login.submit('tiepnhan', 'sai-mat-khau');
    const wrongPassword = await login.refusal();
    await login.submit('khong-co-ai', 'sai-mat-khau');
    expect(await login.refusal()).toBe(wrongPassword);
    await (await login.signIn('tiepnhan')).ready();
  });

  it('locks the screen over a half-typed declaration and finds it again', async () => {
    const desk = await (await windows.open()).signIn('tiepnhan');
    const form = await (await desk.reception()).begin('khai sinh');
    await form.section('Người được khai sinh').getByLabel('Họ, chữ đệm, tên').fill('Hoàng Thị Ngân');
    const lock = await desk.lock();
    await lock.submit('sai-mat-khau');
    expect(await lock.refusal()).toContain('Chưa mở được khóa');
    await lock.unlock();
    const kept = form.section('Người được khai sinh').getByLabel('Họ, chữ đệm, tên');
    expect(await kept.inputValue()).toBe('Hoàng Thị Ngân');
    await form.saved.waitFor();
  });

  it('leaves nothing of one person to the next at the same window', async () => {
    const login = await windows.open();
    const desk = await login.signIn('tiepnhan');
    await (await desk.reception()).draft('Hoàng Thị Ngân').waitFor();
    await desk.signOut();
    const officer = await login.signIn('hotich');
    const reception = await officer.reception();
    await officer.page.getByRole('combobox', { name: 'Chọn thủ tục' }).waitFor();
    expect(await reception.draft('Hoàng Thị Ngân').count()).toBe(0);
  });

  it('is another one in every window, and stays after a reload', async () => {
    const clerk = await (await windows.open()).signIn('tiepnhan');
    const leader = await (await windows.open()).signIn('lanhdao');
    await clerk.page.reload();
    await leader.page.reload();
    expect(await clerk.person()).toContain('Nguyễn Thu Mẫu');
    expect(await leader.person()).toContain('Trần Thị Minh Họa');
  });

  it('sees a colleague’s work appear without asking for it', async () => {
    const clerk = await (await windows.open()).signIn('tiepnhan');
    const colleague = await (await windows.open()).signIn('tiepnhan');
    await clerk.reception();
    await (await colleague.reception()).begin('khai sinh');
    await clerk.page.getByRole('heading', { name: 'Tiếp tục bản nháp (2)' }).waitFor();
  });
});
