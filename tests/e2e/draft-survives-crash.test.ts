import { afterEach, describe, expect, it } from 'vitest';
import { openOffice } from './open-office.ts';
import { RestartedScreen } from './pages/restarted-screen.ts';

const { office, windows } = await openOffice();

/** What may be lost of the last typing (product promise), so how long after the last key the power may go. */
const PROMISE_MS = 1_000;

describe('a declaration being typed when the power goes', () => {
  afterEach(() => expect(windows.takeComplaints()).toEqual([]));

  it('is offered again by name and time, with everything typed up to a second before', async () => {
    const desk = await (await windows.open()).signIn('tiepnhan');
    const form = await (await desk.reception()).begin('khai sinh');
    const child = form.section('Người được khai sinh');
    await child.getByLabel('Họ, chữ đệm, tên').pressSequentially('vũ thị hoài thương');
    await child.getByLabel('Dân tộc').pressSequentially('Tày');
    await child.getByLabel('Cơ sở y tế (nếu có)').pressSequentially('Trạm y tế phường Hoa Sữa');
    await desk.page.waitForTimeout(PROMISE_MS);
    await windows.loseCore();
    await office.startCore();

    const again = await (await windows.reopen(desk.page)).signIn('tiepnhan');
    const offered = again.page.getByRole('link', { name: 'Vũ Thị Hoài Thương' });
    expect(await offered.locator('xpath=../..').innerText()).toMatch(/lưu lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/);
    await offered.click();
    await form.ready();
    expect(await child.getByLabel('Họ, chữ đệm, tên').inputValue()).toBe('Vũ Thị Hoài Thương');
    expect(await child.getByLabel('Dân tộc').inputValue()).toBe('Tày');
    expect(await child.getByLabel('Cơ sở y tế (nếu có)').inputValue()).toBe('Trạm y tế phường Hoa Sữa');
  });

  it('stays on the screen while the core is away, and is saved when it is back', async () => {
    const [page] = windows.pages();
    if (!page) throw new Error('no window');
    await windows.loseCore();
    const facility = page.getByLabel('Cơ sở y tế (nếu có)');
    await facility.fill('Bệnh viện Phụ sản Bằng Lăng');
    await page.getByText('Chưa lưu được, đang thử lại').waitFor();
    expect(await page.getByRole('alert').first().innerText()).toContain('Hãy giữ nguyên màn hình');
    expect(await facility.inputValue()).toBe('Bệnh viện Phụ sản Bằng Lăng');

    await office.startCore();
    await new RestartedScreen(page).goOn();
    await page.getByTestId('draft-saved').waitFor();
    expect(await facility.inputValue()).toBe('Bệnh viện Phụ sản Bằng Lăng');
  });
});
