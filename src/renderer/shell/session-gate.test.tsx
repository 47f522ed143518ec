import { ORPCError } from '@orpc/client';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { fakeCoreClient, testMe, testStatus } from '#tests/builders/fake-core-client.ts';
import { renderInWindow } from '#tests/setup/render-window.tsx';
import type { SessionStatus } from './session.ts';
import { SessionGate } from './session-gate.tsx';

const { me: _me, ...nobody } = testStatus;

/** A core with one account whose password is `dung-mat-khau`. */
function core(start: SessionStatus, restart: { now: boolean } = { now: false }) {
  let status = start;
  const seen = (): SessionStatus => {
    if (restart.now) {
      const { me: _lost, ...rest } = status;
      status = { ...rest, locked: false, run: `after ${status.run}` };
      restart.now = false;
    }
    return status;
  };
  const check = (password: string): typeof testMe => {
    if (password === 'dung-mat-khau') return testMe;
    throw wrongPassword();
  };
  return fakeCoreClient({
    session: {
      status: async () => seen(),
      signIn: async ({ password }) => {
        const me = check(password);
        status = { ...status, me };
        return me;
      },
      unlock: async ({ password }) => {
        const me = check(password);
        status = { ...status, locked: false };
        return me;
      },
    },
  });
}

function wrongPassword() {
  const problems = [{ code: 'session/wrong-password', severity: 'error', message: 'Mật khẩu không đúng.' }];
  return new ORPCError('REFUSED', { data: { problems } });
}

function Work() {
  const [text, setText] = useState('đang gõ dở');
  return <input aria-label="việc" value={text} onChange={(event) => setText(event.currentTarget.value)} />;
}

function open(status: SessionStatus, restart?: { now: boolean }) {
  return renderInWindow(
    <SessionGate>
      <Work />
    </SessionGate>,
    { client: core(status, restart) },
  );
}

describe('the gate of the window', () => {
  it('lets a person in by keyboard alone, after saying what was wrong', async () => {
    const { user } = open(nobody);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Tên đăng nhập')));
    await user.keyboard('tiepnhan{Tab}sai{Enter}');
    expect(await screen.findByText('Mật khẩu không đúng.')).toBeTruthy();
    await user.keyboard('dung-mat-khau{Enter}');
    expect(await screen.findByLabelText('việc')).toBeTruthy();
  });

  it('keeps a password that was typed while the one before it was still being checked', async () => {
    const checked = Promise.withResolvers<never>();
    const client = fakeCoreClient({
      session: { status: async () => nobody, signIn: () => checked.promise },
    });
    const { user } = renderInWindow(<SessionGate>{null}</SessionGate>, { client });
    await user.type(await screen.findByLabelText('Tên đăng nhập'), 'tiepnhan{Tab}sai{Enter}');
    const password = screen.getByLabelText<HTMLInputElement>('Mật khẩu');
    await user.clear(password);
    await user.type(password, 'dung-mat-khau{Shift>}{Tab}{/Shift}');
    checked.reject(wrongPassword());
    await waitFor(() => expect(document.activeElement).toBe(password));
    expect(password.value).toBe('dung-mat-khau');
  });

  it('fills in a demo account and leaves signing in to the person', async () => {
    const demo = {
      username: 'mau',
      password: 'dung-mat-khau',
      fullName: 'Người Mẫu',
      role: 'leader',
    } as const;
    const { user } = open({ ...nobody, mode: 'demo', demoAccounts: [demo] });
    await user.click(await screen.findByRole('button', { name: /Người Mẫu/ }));
    expect(screen.queryByLabelText('việc')).toBeNull();
    await user.keyboard('{Enter}');
    expect(await screen.findByLabelText('việc')).toBeTruthy();
  });

  it('keeps what was being typed behind the lock', async () => {
    const { user } = open({ ...testStatus, locked: true });
    const work = await screen.findByLabelText<HTMLInputElement>('việc');
    expect(work.closest('[inert]')).not.toBeNull();
    await user.type(screen.getByLabelText('Mật khẩu'), 'dung-mat-khau{Enter}');
    await waitFor(() => expect(work.closest('[inert]')).toBeNull());
    expect(work.value).toBe('đang gõ dở');
  });

  it.each([
    ['open', false],
    ['locked', true],
  ])('keeps what was being typed at an %s window when the core starts anew', async (_name, locked) => {
    const restart = { now: false };
    const { user, refresh } = open({ ...testStatus, locked }, restart);
    const work = await screen.findByLabelText<HTMLInputElement>('việc');
    restart.now = true;
    await refresh();
    expect(await screen.findByRole('dialog', { name: 'Ứng dụng vừa khởi động lại' })).toBeTruthy();
    expect(work.closest('[inert]')).not.toBeNull();
    await user.type(screen.getByLabelText('Mật khẩu'), 'dung-mat-khau{Enter}');
    await waitFor(() => expect(work.closest('[inert]')).toBeNull());
    expect(work.value).toBe('đang gõ dở');
  });

  it('lets another person sign in after the core started anew, with nothing of the first', async () => {
    const restart = { now: false };
    const { user, refresh } = open(testStatus, restart);
    await screen.findByLabelText('việc');
    restart.now = true;
    await refresh();
    await user.click(await screen.findByRole('button', { name: 'Đăng xuất, đổi người dùng' }));
    expect(await screen.findByLabelText('Tên đăng nhập')).toBeTruthy();
    expect(screen.queryByLabelText('việc')).toBeNull();
  });

  it("shows nobody's work when the session was ended but the core runs on", async () => {
    const calls = { me: true };
    const { me: _me, ...ended } = testStatus;
    const client = fakeCoreClient({ session: { status: async () => (calls.me ? testStatus : ended) } });
    const { refresh } = renderInWindow(
      <SessionGate>
        <Work />
      </SessionGate>,
      { client },
    );
    await screen.findByLabelText('việc');
    calls.me = false;
    await refresh();
    expect(await screen.findByLabelText('Tên đăng nhập')).toBeTruthy();
    expect(screen.queryByLabelText('việc')).toBeNull();
  });

  it('asks for an own password before the first work', async () => {
    open({ ...testStatus, me: { ...testMe, mustChangePassword: true } });
    expect(await screen.findByRole('heading', { name: 'Đổi mật khẩu lần đầu' })).toBeTruthy();
    expect(screen.queryByLabelText('việc')).toBeNull();
  });
});
