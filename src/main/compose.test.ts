import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoPassword } from '#tests/builders/office-core.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { refusalOf } from '#tests/builders/refusals.ts';
import { scryptPasswords } from './app/session/password.ts';
import { type Core, type CoreConfig, composeCore, connectInProcess } from './compose.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-compose-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const passwords = scryptPasswords(4);

function compose(mode: CoreConfig['mode']) {
  const config = { dataDir, mode, deviceName: 'Máy thử', cityUrl: '', enrolmentCode: '' };
  return composeCore(config, { passwords });
}

async function started(mode: CoreConfig['mode']): Promise<Core> {
  const composed = await compose(mode);
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  return composed.value;
}

describe('the core', () => {
  it('finds everything again after a restart, and one backup more', async () => {
    const before = await started('demo');
    const desk = connectInProcess(before, 'w');
    await desk.session.signIn({ username: 'tiepnhan', password: demoPassword });
    const { draftId } = await desk.drafts.start({ procedure: 'birth-registration' });
    await before.close();
    expect(readdirSync(path.join(dataDir, 'backups'))).toHaveLength(1);

    const after = await started('demo');
    const again = connectInProcess(after, 'w');
    expect(await refusalOf(again.drafts.list({}))).toEqual(['session/required']);
    await again.session.signIn({ username: 'tiepnhan', password: demoPassword });
    expect(await again.drafts.list({})).toMatchObject([{ draftId }]);
    expect((await again.register.books({})).length).toBe(2);
    await after.close();
  });

  it('is the only one over its folder', async () => {
    const first = await started('demo');
    expect(await compose('demo')).toMatchObject({ ok: false, error: [{ code: 'store/locked-by-other' }] });
    await first.close();
  });

  it('lets one administrator into an empty real office, and nobody receive before enrolment', async () => {
    const core = await started('real');
    const note = readFileSync(path.join(dataDir, 'dang-nhap-lan-dau.txt'), 'utf8');
    const [, username = '', password = ''] = /: (\S+) \/ (\S+)/.exec(note) ?? [];
    const window = connectInProcess(core, 'w');
    expect((await window.session.status({})).demoAccounts).toEqual([]);
    expect(await window.session.signIn({ username, password })).toMatchObject({ mustChangePassword: true });
    await window.session.changePassword({ current: password, next: 'Của riêng tôi 9' });
    await window.administration.createAccount({
      username: 'quay1',
      fullName: 'Cán bộ Thử',
      roles: ['reception-clerk'],
      password: 'Tạm thời 123',
    });
    const desk = connectInProcess(core, 'desk');
    await desk.session.signIn({ username: 'quay1', password: 'Tạm thời 123' });
    await desk.session.changePassword({ current: 'Tạm thời 123', next: 'Của riêng tôi 8' });
    expect(await refusalOf(receiveExample(desk, 'birth-registration'))).toEqual(['sync/not-enrolled']);
    await core.close();
  });
});
