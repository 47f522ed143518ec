import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CoreClient } from '#main/compose.ts';
import type { CoreClient as WindowClient } from '#renderer/host-client/core-client.ts';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { signedInClient } from './office-client.ts';
import { openOffice, soon } from './open-office.ts';
import { CustodyPanel } from './pages/custody-panel.ts';
import { auditScreen, unseenFocus } from './screen-audit.ts';

const { office, windows } = await openOffice();

const births = 'Sổ đăng ký khai sinh';

describe('a register book between two machines of an office', () => {
  let other: OfficeCore;
  let here: WindowClient;
  let there: CoreClient;
  let bookId = '';

  /** This machine opened the book and the city knows it before the other one enrols. */
  beforeAll(async () => {
    await office.city.start();
    here = await signedInClient(office, 'hotich');
    await vi.waitFor(async () => {
      const { connection, counts } = await here.sync.status({});
      expect([connection, counts.waiting, counts.sending]).toEqual(['online', 0, 0]);
    }, soon);
    bookId = (await here.register.books({})).find((book) => book.book === 'birth')?.bookId ?? '';
    other = await officeCore({}, { cityUrl: office.city.url, enrolmentCode: DEMO_ENROLMENT_CODE });
    other.core.start();
    there = await other.signedIn('hotich');
    await vi.waitFor(async () => {
      const known = (await there.register.books({})).map((book) => book.bookId);
      expect(known).toContain(bookId);
    }, soon);
  });
  afterAll(async () => {
    await other?.[Symbol.asyncDispose]();
  });
  afterEach(async () => {
    await windows.closeAll();
    expect(windows.takeComplaints()).toEqual([]);
  });

  const heldThere = async (): Promise<boolean> => (await there.register.custody({ bookId })).held;
  /** Opens the book in a window of its own. */
  async function bookFor(username: string) {
    const desk = await (await windows.open()).signIn(username);
    await (await desk.register()).openBook(births);
    return { page: desk.page, panel: new CustodyPanel(desk.page) };
  }

  it('is handed over to the machine that asked for it, with a reason', async () => {
    await there.register.requestCustody({ bookId, reason: 'Quầy 2 đông khách' });
    other.core.sync.retry();
    const asked = async (): Promise<number> => {
      await here.sync.retry({});
      return (await here.register.custody({ bookId })).requests.length;
    };
    await expect.poll(asked, soon).toBe(1);
    const { page, panel } = await bookFor('hotich');
    await panel.says('Máy này đang giữ sổ');
    await panel.says('Máy thử xin nhận giữ sổ');
    expect(await auditScreen(page)).toEqual([]);
    const step = await panel.begin('Bàn giao cho Máy thử');
    expect(await auditScreen(page)).toEqual([]);
    await step.confirm('Bàn giao sổ', '');
    expect(await step.refusal()).toBe('Chưa nhập lý do.');
    await step.confirm('Bàn giao sổ', 'Theo đề nghị của quầy 2');
    await step.isDone('Đã bàn giao sổ. Máy này không cấp số nữa.');
    await panel.says('Máy giữ sổ: Máy thử');
    expect(await unseenFocus(page, 20)).toEqual([]);
    await expect.poll(heldThere, soon).toBe(true);
  });

  it('is asked for by the machine that does not have it', async () => {
    const { panel } = await bookFor('hotich');
    const step = await panel.begin('Xin nhận giữ sổ');
    await step.confirm('Xin nhận giữ sổ', 'Cần cấp số tại quầy 1');
    await step.isDone('Đã gửi đề nghị nhận giữ sổ.');
    const asked = async () => (await there.register.custody({ bookId })).requests.map(({ reason }) => reason);
    await expect.poll(asked, soon).toEqual(['Cần cấp số tại quầy 1']);
  });

  it('is taken over by the leader when its machine is lost', async () => {
    await other.core.sync.stop();
    const { page, panel } = await bookFor('lanhdao');
    const step = await panel.begin('Tiếp quản khẩn cấp');
    expect(await auditScreen(page)).toEqual([]);
    await step.confirm('Tiếp quản sổ khẩn cấp', 'Máy quầy 2 hỏng ổ cứng');
    await step.isDone('Thành phố đã giao sổ cho máy này.');
    await panel.says('Máy này đang giữ sổ');
  });
});
