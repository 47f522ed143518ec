import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoPassword, type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { refusalOf } from '#tests/builders/refusals.ts';

let office: OfficeCore;
beforeEach(async () => {
  office = await officeCore();
});
afterEach(() => office[Symbol.asyncDispose]());

const wrong = { username: 'tiepnhan', password: 'không phải 1' };
const right = { username: 'tiepnhan', password: demoPassword };

describe('a session', () => {
  it('is needed for everything but looking at the login screen', async () => {
    const window = office.window();
    const status = await window.session.status({});
    expect(status).toMatchObject({ mode: 'demo', locked: false, today: '2026-10-01' });
    expect(status.demoAccounts.map((each) => each.role)).toEqual([
      'reception-clerk',
      'civil-status-officer',
      'leader',
      'it-administrator',
    ]);
    expect(await refusalOf(window.drafts.list({}))).toEqual(['session/required']);
  });

  it('opens with the right password and belongs to one window', async () => {
    const window = office.window();
    expect(await window.session.signIn({ ...right, username: ' TiepNhan ' })).toMatchObject({
      username: 'tiepnhan',
      roles: ['reception-clerk'],
    });
    expect((await window.session.status({})).me?.username).toBe('tiepnhan');
    expect(await refusalOf(office.window().drafts.list({}))).toEqual(['session/required']);
    await window.session.signOut({});
    expect(await refusalOf(window.drafts.list({}))).toEqual(['session/required']);
  });

  it('tells nothing about which user names exist', async () => {
    const window = office.window();
    expect(await refusalOf(window.session.signIn(wrong))).toEqual(['session/wrong-password']);
    expect(await refusalOf(window.session.signIn({ ...wrong, username: 'ai-do' }))).toEqual([
      'session/wrong-password',
    ]);
  });

  it('makes an account wait longer after each failure from the fifth on', async () => {
    const window = office.window();
    for (let time = 0; time < 5; time += 1) await refusalOf(window.session.signIn(wrong));
    expect(await refusalOf(window.session.signIn(right))).toEqual(['session/too-many-tries']);
    office.pass({ minutes: 0.51 });
    expect(await refusalOf(window.session.signIn(wrong))).toEqual(['session/wrong-password']);
    office.pass({ minutes: 0.51 });
    expect(await refusalOf(window.session.signIn(right))).toEqual(['session/too-many-tries']);
    office.pass({ minutes: 0.51 });
    expect(await window.session.signIn(right)).toMatchObject({ username: 'tiepnhan' });
  });

  it('locks itself when the window is still for too long, and keeps the draft', async () => {
    const window = await office.signedIn('tiepnhan');
    await window.drafts.start({ procedure: 'birth-registration' });
    office.pass({ minutes: 11 });
    expect(await refusalOf(window.drafts.list({}))).toEqual(['session/locked']);
    expect(await window.session.status({})).toMatchObject({ locked: true, me: { username: 'tiepnhan' } });
    expect(await refusalOf(window.session.unlock({ password: 'sai mật khẩu 1' }))).toEqual([
      'session/wrong-password',
    ]);
    await window.session.unlock({ password: demoPassword });
    expect(await window.drafts.list({})).toHaveLength(1);
  });

  it('locks at once on demand, and stays open while calls are made', async () => {
    const window = await office.signedIn('tiepnhan');
    office.pass({ minutes: 6 });
    await window.drafts.list({});
    office.pass({ minutes: 6 });
    await window.drafts.list({});
    await window.session.lock({});
    expect(await refusalOf(window.drafts.list({}))).toEqual(['session/locked']);
    await window.session.signOut({});
    expect(await refusalOf(window.session.unlock({ password: demoPassword }))).toEqual(['session/required']);
  });

  it('changes a password only by the rules', async () => {
    const window = await office.signedIn('tiepnhan');
    const change = (current: string, next: string) => window.session.changePassword({ current, next });
    expect(await refusalOf(change('sai 12345', 'Mật khẩu mới 1'))).toEqual(['session/wrong-password']);
    expect(await refusalOf(change(demoPassword, 'ngắn1'))).toEqual(['password/weak']);
    expect(await refusalOf(change(demoPassword, 'tiepnhan 2026'))).toEqual(['password/weak']);
    expect(await refusalOf(change(demoPassword, demoPassword))).toEqual(['password/same']);
    await change(demoPassword, 'Hoa sữa tháng 10');
    const again = office.window();
    await again.session.signIn({ username: 'tiepnhan', password: 'Hoa sữa tháng 10'.normalize('NFD') });
  });

  it('lets a new person do nothing before changing the password', async () => {
    const administrator = await office.signedIn('cntt');
    const account = { username: 'moi', fullName: 'Người Mới', roles: ['reception-clerk' as const] };
    await administrator.administration.createAccount({ ...account, password: 'Tạm thời 123' });
    const window = office.window();
    expect(await window.session.signIn({ username: 'moi', password: 'Tạm thời 123' })).toMatchObject({
      mustChangePassword: true,
    });
    expect(await refusalOf(window.drafts.list({}))).toEqual(['session/must-change-password']);
    await window.session.changePassword({ current: 'Tạm thời 123', next: 'Của riêng tôi 9' });
    expect(await window.drafts.list({})).toEqual([]);
  });

  it('leaves a trace of every sign-in, failure, look and step that verifies', async () => {
    const window = office.window();
    await refusalOf(window.session.signIn(wrong));
    await window.session.signIn(right);
    const { dossierId } = await receiveExample(window, 'birth-registration');
    await window.dossiers.get({ dossierId });
    await window.dossiers.get({ dossierId });
    await window.session.signOut({});
    const administrator = await office.signedIn('cntt');
    const { rows } = await administrator.administration.auditLog({});
    const mine = rows.filter((row) => row.actor === 'Nguyễn Thu Mẫu').map((row) => row.action);
    expect(mine).toEqual(['sign-out', 'read', 'dossier-received', 'sign-in', 'sign-in-failed']);
    expect(await administrator.administration.verifyAudit({})).toMatchObject({ intact: true, brokenAt: 0 });
    expect(await refusalOf((await office.signedIn('hotich')).administration.auditLog({}))).toEqual([
      'dossier/role',
    ]);
  });
});
