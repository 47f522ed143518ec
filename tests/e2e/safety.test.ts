import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { signedInClient } from './office-client.ts';
import { openOffice, soon } from './open-office.ts';
import type { Desk } from './pages/desk.ts';
import type { SyncPage } from './pages/sync-page.ts';
import { auditScreen } from './screen-audit.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-safety-'));
// Registered first, so done last: after the office has closed.
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { office, windows } = await openOffice();

/** More than a pull may take back without a person's word. */
const MANY = 7;

describe('what keeps work safe, as an IT administrator sees it', () => {
  let other: OfficeCore;
  let clerk: CoreClient;
  let desk: Desk;
  let sync: SyncPage;

  beforeAll(async () => {
    other = await officeCore({}, { cityUrl: office.city.url, enrolmentCode: DEMO_ENROLMENT_CODE });
    clerk = await signedInClient(office, 'tiepnhan');
    desk = await (await windows.open()).signIn('cntt');
  });
  afterAll(async () => {
    await other?.[Symbol.asyncDispose]();
  });
  afterEach(() => expect(windows.takeComplaints()).toEqual([]));

  const unsent = async (): Promise<number> => {
    const { counts } = await clerk.sync.status({});
    return counts.waiting + counts.sending;
  };
  const allSent = () => expect.poll(unsent, soon).toBe(0);

  it('a second copy: its code once, how it stands, and that its disk is away', async () => {
    const medium = path.join(folder, 'usb');
    mkdirSync(medium);
    const code = await (await desk.settings()).copyTo(medium);
    expect(code).toMatch(/^([A-Z2-9]{4}-){7}[A-Z2-9]{4}$/);
    expect(await auditScreen(desk.page)).toEqual([]);
    await receiveExample(clerk, 'birth-registration');
    sync = await desk.sync();
    await expect.poll(() => sync.fact('Bản sao thứ hai'), soon).toContain('Đủ, ghi lúc');
    renameSync(medium, `${medium}-away`);
    await receiveExample(clerk, 'birth-registration');
    await desk.page.getByRole('banner').getByText('Chưa ghi được bản sao thứ hai').waitFor();
    expect(await auditScreen(desk.page)).toEqual([]);
    renameSync(`${medium}-away`, medium);
  });

  it('a pull that takes back much waits for a word', async () => {
    await office.city.start();
    other.core.start();
    const there = await other.signedIn('tiepnhan');
    const dossierIds: string[] = [];
    for (let each = 0; each < MANY; each += 1)
      dossierIds.push((await receiveExample(clerk, 'birth-registration')).dossierId);
    await allSent();
    const theirs = async (): Promise<number> => (await there.dossiers.counts({})).all;
    other.core.sync.retry();
    await expect.poll(theirs, soon).toBe((await clerk.dossiers.counts({})).all);
    await office.city.stop();
    await overtake(clerk, dossierIds, { kind: 'dossier-handed-over', note: '' });
    await windows.loseCore();
    await office.city.start();
    await overtake(there, dossierIds, { kind: 'withdrawal-requested', reason: 'Công dân xin rút' });
    other.core.sync.retry();
    await expect.poll(() => other.core.store.read((reader) => reader.outboxCounts().waiting), soon).toBe(0);
    await office.startCore();
    clerk = await signedInClient(office, 'tiepnhan');
    desk = await (await windows.reopen(desk.page)).signIn('cntt');
    sync = await desk.sync();
    await sync.stopsFor('Lượt nhận này làm mất hiệu lực nhiều việc');
    expect(await auditScreen(desk.page)).toEqual([]);
    await sync.decide('Cho phép nhận tiếp');
    await expect.poll(() => sync.count('Cần xử lý'), soon).toBeGreaterThanOrEqual(MANY);
  });

  it('a city restored from an older copy gets back what it lost', async () => {
    await office.city.stop();
    cpSync(office.cityFolder, path.join(folder, 'yesterday'), { recursive: true });
    await office.city.start();
    await receiveExample(clerk, 'birth-registration');
    await sync.retryAll();
    await allSent();
    await office.city.stop();
    rmSync(office.cityFolder, { recursive: true });
    cpSync(path.join(folder, 'yesterday'), office.cityFolder, { recursive: true });
    await office.city.start();
    await sync.retryAll();
    await sync.stopsFor('Máy chủ thành phố có ít dữ liệu hơn máy này đã biết');
    expect(await auditScreen(desk.page)).toEqual([]);
    await sync.decide('Gửi lại những gì thành phố đã mất');
    await expect.poll(async () => (await clerk.sync.status({})).connection, soon).toBe('online');
    await allSent();
  });

  it('a server that is not the enrolled one is told apart, and nothing is sent to it', async () => {
    await office.city.stop();
    renameSync(office.cityFolder, path.join(folder, 'real'));
    await office.city.start();
    await receiveExample(clerk, 'birth-registration');
    await sync.retryAll();
    await sync.says('Máy chủ trả lời không phải máy chủ đã ghi danh');
    expect(await unsent()).toBeGreaterThan(0);
    await office.city.stop();
    rmSync(office.cityFolder, { recursive: true });
    renameSync(path.join(folder, 'real'), office.cityFolder);
    await office.city.start();
    await sync.retryAll();
    await allSent();
  });
});

type Action = Parameters<CoreClient['dossiers']['act']>[0]['action'];

async function overtake(
  client: Pick<CoreClient, 'dossiers'>,
  dossierIds: readonly string[],
  action: Action,
): Promise<void> {
  for (const dossierId of dossierIds) {
    const { version: seen } = await client.dossiers.get({ dossierId });
    await client.dossiers.act({ dossierId, seen, action });
  }
}
