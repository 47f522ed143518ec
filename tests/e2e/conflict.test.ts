import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoreClient as InProcess } from '#main/compose.ts';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { signedInClient } from './office-client.ts';
import { openOffice, soon } from './open-office.ts';
import { ConflictPage } from './pages/conflict-page.ts';
import { DossierPage } from './pages/dossier-page.ts';
import { auditScreen, unseenFocus } from './screen-audit.ts';

const { office, windows } = await openOffice();

const minh = { family: 'Nguyễn', middle: 'Minh', given: 'Ánh' };
const thu = { family: 'Nguyễn', middle: 'Thu', given: 'Anh' };
const name = 'Họ, chữ đệm, tên – hai bên cùng sửa';

describe('a dossier that two machines changed', () => {
  let other: OfficeCore;
  let dossierId = '';

  beforeAll(async () => {
    other = await officeCore({}, { cityUrl: office.city.url, enrolmentCode: DEMO_ENROLMENT_CODE });
  });
  afterAll(async () => {
    await other?.[Symbol.asyncDispose]();
  });

  async function correct(client: CoreClient | InProcess, change: Record<string, unknown>): Promise<void> {
    const { version, facts } = await client.dossiers.get({ dossierId });
    await client.dossiers.act({
      dossierId,
      seen: version,
      action: { kind: 'declaration-corrected', facts: { ...facts, ...change }, reason: 'Công dân báo sai' },
    });
  }

  /** How far the city has it, and how many steps there are; the official code comes when it comes. */
  const syncOf = async (client: CoreClient | InProcess): Promise<string> =>
    client.dossiers.get({ dossierId }).then(
      ({ sync, timeline }) => `${sync} ${timeline.filter(({ kind }) => kind !== 'code-assigned').length}`,
      () => '',
    );

  it('waits for a person, is compared by keys, and is the same on both afterwards', async () => {
    await office.city.start();
    other.core.start();
    const here = await signedInClient(office, 'tiepnhan');
    const there = await other.signedIn('tiepnhan');
    ({ dossierId } = await receiveExample(here, 'birth-registration'));
    await expect.poll(() => syncOf(there), soon).toBe('accepted 1');
    await office.city.stop();
    await correct(here, { 'child.name': thu, 'requester.phone': '0912000111' });
    await office.killCore();
    await office.city.start();
    await correct(there, { 'child.name': minh });
    other.core.sync.retry();
    await expect.poll(() => syncOf(there), soon).toBe('accepted 2');
    await office.startCore();

    const desk = await (await windows.open()).signIn('tiepnhan');
    const { page } = desk;
    const sync = await desk.sync();
    await expect.poll(() => sync.count('Cần xử lý'), soon).toBe(1);
    expect(await auditScreen(page)).toEqual([]);
    await page.getByRole('button', { name: /^So sánh: Sửa nội dung khai/ }).click();
    const conflict = new ConflictPage(page);
    await conflict.ready();
    expect(await auditScreen(page)).toEqual([]);
    expect(await unseenFocus(page, 20)).toEqual([]);
    expect(await conflict.chosen('Số điện thoại')).toContain('Máy này');
    expect(await conflict.chosen(name)).toBe('');
    await conflict.chooseByKeys(name, 'Thành phố');
    expect(await conflict.chosen(name)).toContain('Nguyễn Minh Ánh');
    await conflict.save();
    const dossier = new DossierPage(page);
    await dossier.ready();
    await expect.poll(() => dossier.axis('Gửi thành phố').innerText(), soon).toBe('Thành phố đã nhận');
    const steps = await dossier.timeline.allInnerTexts();
    expect(steps.some((step) => step.includes('Giải quyết khác biệt giữa hai máy'))).toBe(true);
    expect(steps.some((step) => step.includes('Đã giải quyết'))).toBe(true);
    other.core.sync.retry();
    await expect.poll(() => syncOf(there), soon).toBe('accepted 4');
    const { facts } = await there.dossiers.get({ dossierId });
    expect([facts['child.name'], facts['requester.phone']]).toEqual([minh, '0912000111']);
    expect(windows.takeComplaints()).toEqual([]);
  });
});
