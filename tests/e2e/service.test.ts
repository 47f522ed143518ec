import { afterEach, describe, expect, it } from 'vitest';
import { runEntry } from '#tests/hosts/office-process.ts';
import { birthOf } from './births.ts';
import type { OfficeUnderTest } from './office-under-test.ts';
import { openOffice } from './open-office.ts';
import { RestartedScreen } from './pages/restarted-screen.ts';
import { auditScreen } from './screen-audit.ts';

const { office, windows } = await openOffice('service');

const birth = birthOf('Nguyễn Minh Châu', 'Trần Thị Thu Hà', 'Nữ', 105);
/** As a clerk's start on a machine whose core is the service: it knows where the service tells how to attach. */
const application = (office: OfficeUnderTest) => runEntry('loopback', { MOT_CUA_RUN_DIR: office.dataDir });

describe('windows of a service', () => {
  afterEach(() => expect(windows.takeComplaints()).toEqual([]));

  it('say when it is gone, keep what is typed, and go on when it is back', async () => {
    const started = await application(office);
    expect(started).toMatchObject({ code: 0, errors: '' });
    expect(started.out).toContain(`${office.origin}/launch#`);
    const desk = await (await windows.open()).signIn('tiepnhan');
    const form = await (await desk.reception()).begin('khai sinh');
    await form.fillChild(birth);

    await windows.loseCore();
    await desk.losesCore();
    expect(await auditScreen(desk.page)).toEqual([]);
    await form.scan('Mẹ', birth.mother.card);
    await office.startCore();

    const restarted = new RestartedScreen(desk.page);
    await restarted.dialog.waitFor();
    expect(await auditScreen(desk.page)).toEqual([]);
    await restarted.goOn();
    await desk.page.getByTestId('draft-saved').waitFor();
    const child = form.section('Người được khai sinh').getByLabel('Họ, chữ đệm, tên');
    expect(await child.inputValue()).toBe(birth.child);
    const mother = form.section('Mẹ').getByLabel('Họ, chữ đệm, tên');
    expect(await mother.inputValue()).toBe(birth.mother.name);
  });

  it('are given to another person with nothing of the first one', async () => {
    const [page] = windows.pages();
    if (!page) throw new Error('no window');
    await windows.loseCore();
    await office.startCore();
    await new RestartedScreen(page).leave();
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    expect(await page.getByText(birth.child).count()).toBe(0);
  });

  it('are explained when they cannot be opened, and no second core takes the place of the service', async () => {
    await windows.loseCore();
    const refused = await application(office);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.errors).toContain('host/service-away');
    await office.startCore();
  });
});
