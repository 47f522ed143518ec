import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '#main/compose.ts';
import { demoPassword, type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { refusalOf } from '#tests/builders/refusals.ts';

let office: OfficeCore;
let administrator: CoreClient;
beforeEach(async () => {
  office = await officeCore();
  administrator = await office.signedIn('cntt');
});
afterEach(() => office[Symbol.asyncDispose]());

async function idOf(username: string): Promise<string> {
  const accounts = await administrator.administration.accounts({});
  return accounts.find((each) => each.username === username)?.accountId ?? '';
}

describe('administration', () => {
  it('is the IT administrator’s alone', async () => {
    const leader = await office.signedIn('lanhdao');
    expect(await refusalOf(leader.administration.accounts({}))).toEqual(['dossier/role']);
    expect(await refusalOf(leader.administration.backup({}))).toEqual(['dossier/role']);
    expect((await leader.administration.settings({})).autoLockMinutes).toBe(10);
  });

  it('refuses a user name that is taken or unfit, and a weak password', async () => {
    const account = { fullName: 'Người Mới', roles: ['leader' as const] };
    const create = (username: string, password: string) =>
      administrator.administration.createAccount({ ...account, username, password });
    expect(await refusalOf(create('lanhdao', 'Tạm thời 123'))).toEqual(['account/exists']);
    expect(await refusalOf(create('lãnh đạo', 'Tạm thời 123'))).toEqual(['request/invalid']);
    expect(await refusalOf(create('moi', '1234567890'))).toEqual(['password/weak']);
  });

  it('keeps the last administrator in', async () => {
    const accountId = await idOf('cntt');
    const off = administrator.administration.setActive({ accountId, active: false });
    expect(await refusalOf(off)).toEqual(['account/last-administrator']);
  });

  it('ends the windows of an account it disables, and lets it in again', async () => {
    const desk = await office.signedIn('tiepnhan');
    const accountId = await idOf('tiepnhan');
    await administrator.administration.setActive({ accountId, active: false });
    expect(await refusalOf(desk.drafts.list({}))).toEqual(['session/required']);
    expect(await refusalOf(office.signedIn('tiepnhan'))).toEqual(['session/disabled']);
    await administrator.administration.setActive({ accountId, active: true });
    await office.signedIn('tiepnhan');
  });

  it('resets a forgotten password to one for a single sign-in', async () => {
    const accountId = await idOf('tiepnhan');
    await administrator.administration.resetPassword({ accountId, password: 'Đặt lại 2026' });
    const window = office.window();
    const signIn = (password: string) => window.session.signIn({ username: 'tiepnhan', password });
    expect(await refusalOf(signIn(demoPassword))).toEqual(['session/wrong-password']);
    expect((await signIn('Đặt lại 2026')).mustChangePassword).toBe(true);
  });

  it('saves settings that hold at once', async () => {
    const settings = await administrator.administration.settings({});
    await administrator.administration.saveSettings({
      ...settings,
      autoLockMinutes: 1,
      alwaysAskResidence: true,
    });
    office.pass({ minutes: 2 });
    expect(await refusalOf(administrator.administration.settings({}))).toEqual(['session/locked']);
    const desk = await office.signedIn('tiepnhan');
    const { facts } = await desk.drafts.start({ procedure: 'birth-registration' });
    expect(facts).toMatchObject({ 'office.alwaysAskResidence': true });
  });

  it('makes a backup on demand', async () => {
    const { file, bytes } = await administrator.administration.backup({});
    expect(existsSync(file)).toBe(true);
    expect(bytes).toBeGreaterThan(0);
  });
});
