import { truncateSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { officeFiles } from '#main/compose.ts';
import { receiveExample, typeExample } from '#tests/builders/receive-example.ts';
import { signedInClient } from './office-client.ts';
import { openOffice } from './open-office.ts';
import type { Desk } from './pages/desk.ts';
import { auditScreen } from './screen-audit.ts';

const { office, windows } = await openOffice();

/** A dossier received before, then what a log that is cut off takes with it. */
async function loseTheEndOfTheLog(): Promise<string> {
  const before = await signedInClient(office, 'tiepnhan');
  const { dossierId } = await receiveExample(before, 'birth-registration');
  // In order, so that the log begins anew: all of it is cut off later.
  await office.closeCore();
  await office.startCore();
  const clerk = await signedInClient(office, 'tiepnhan');
  const { version: seen, localRef, code } = await clerk.dossiers.get({ dossierId });
  await clerk.dossiers.act({ dossierId, seen, action: { kind: 'dossier-handed-over', note: '' } });
  await receiveExample(clerk, 'death-registration');
  await typeExample(clerk, 'birth-registration');
  await office.killCore();
  truncateSync(`${officeFiles(office.dataDir).database}-wal`, 0);
  await office.startCore();
  return code || localRef;
}

describe('work that a damaged data file has lost', () => {
  let reference: string;
  let desk: Desk;

  beforeAll(async () => {
    reference = await loseTheEndOfTheLog();
    desk = await (await windows.open()).signIn('tiepnhan');
  });
  afterEach(() => expect(windows.takeComplaints()).toEqual([]));

  it('is told to the clerk wherever they are, step by step with who did it', async () => {
    await desk.page.getByRole('banner').getByText('3 việc đã lưu không còn trong tệp dữ liệu').waitFor();
    expect(await (await desk.sync()).missingWork()).toEqual([
      expect.stringContaining(`hồ sơ ${reference} · người làm: `),
      expect.stringMatching(/^Tiếp nhận hồ sơ · người làm: /),
      expect.stringMatching(/^Nội dung đang gõ của bản nháp · người làm: /),
    ]);
    expect(await auditScreen(desk.page)).toEqual([]);
  });

  it('leaves every window once an IT administrator says that it was done again', async () => {
    const administrator = await (await windows.open()).signIn('cntt');
    await (await administrator.sync()).decide('Đã đối chiếu và làm lại');
    await desk.page
      .getByRole('banner')
      .getByText('không còn trong tệp dữ liệu')
      .waitFor({ state: 'detached' });
  });
});
