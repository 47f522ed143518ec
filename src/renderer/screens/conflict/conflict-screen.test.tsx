import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeCoreClient } from '#tests/builders/fake-core-client.ts';
import { renderInWindow } from '#tests/setup/render-window.tsx';
import type { Conflict } from './conflict.ts';
import { ConflictScreen } from './conflict-screen.tsx';

const dossierId = '00000000-0000-7000-8000-000000000201';
const minh = { family: 'Nguyễn', middle: 'Minh', given: 'Anh' };
const thu = { family: 'Nguyễn', middle: 'Thu', given: 'Anh' };

const step = {
  eventId: '00000000-0000-7000-8000-000000000301',
  text: 'Sửa nội dung khai',
  detail: 'Công dân báo sai',
  actor: 'Lê Thử Nghiệm',
  at: '2026-10-01T01:30:00.000Z',
};

const conflict: Conflict = {
  dossierId,
  code: 'T-Q1-1',
  subject: 'Nguyễn Thu Anh',
  procedure: 'birth-registration',
  kind: 'at-odds',
  reason: 'Hồ sơ đã được thay đổi ở máy khác; cần người giải quyết.',
  field: 'child.name',
  seen: '2/1/x',
  mine: { facts: {}, steps: [{ ...step, fits: true, reason: '', records: false }] },
  theirs: { facts: {}, steps: [{ ...step, eventId: '00000000-0000-7000-8000-000000000302' }] },
  fields: [
    { key: 'child.name', label: 'Họ, chữ đệm, tên', base: undefined, mine: thu, theirs: minh, clash: true },
    {
      key: 'requester.phone',
      label: 'Điện thoại',
      base: '0912000000',
      mine: '0912000111',
      theirs: '0912000000',
      clash: false,
    },
  ],
  choices: ['mine', 'theirs', 'fields'],
};

function open(over: Partial<Conflict> = {}) {
  const resolved: unknown[] = [];
  const client = fakeCoreClient({
    conflicts: {
      get: async () => ({ ...conflict, ...over }),
      resolve: async (input) => {
        resolved.push(input);
        return {};
      },
    },
  });
  const at = { route: '/xung-dot/$dossierId', path: `/xung-dot/${dossierId}` } as const;
  return { ...renderInWindow(<ConflictScreen />, { client, at }), resolved };
}

describe('the compare screen', () => {
  it('has chosen what only one side changed, and asks for what both changed', async () => {
    const { user, resolved, path } = open();
    const phone = await screen.findByRole('group', { name: /Điện thoại/ });
    expect(within(phone).getByRole('radio', { name: /Máy này/ })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('button', { name: 'Lưu theo từng trường đã chọn' }));
    expect(await screen.findByText('“Họ, chữ đệm, tên”: chưa chọn bản nào.')).toBeTruthy();
    const name = screen.getByRole('group', { name: /Họ, chữ đệm, tên – hai bên cùng sửa/ });
    await user.click(within(name).getByRole('radio', { name: /Nguyễn Minh Anh/ }));
    const result = screen.getByRole('region', { name: 'Kết quả sau khi lưu' });
    expect(result.textContent).toContain('Họ, chữ đệm, tên: Nguyễn Minh Anh');
    await user.click(screen.getByRole('button', { name: 'Lưu theo từng trường đã chọn' }));
    await vi.waitFor(() => expect(path()).toBe(`/ho-so/${dossierId}`));
    expect(resolved).toEqual([
      {
        dossierId,
        seen: '2/1/x',
        choice: 'fields',
        fields: { 'child.name': 'theirs', 'requester.phone': 'mine' },
        note: '',
      },
    ]);
  });

  it('is worked by keys alone', async () => {
    const { user, resolved } = open();
    const name = await screen.findByRole('group', { name: /hai bên cùng sửa/ });
    within(name)
      .getByRole('radio', { name: /Máy này/ })
      .focus();
    await user.keyboard(' ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() =>
      expect(resolved).toMatchObject([{ choice: 'fields', fields: { 'child.name': 'mine' } }]),
    );
  });

  it('keeps one side as a whole', async () => {
    const { user, resolved } = open({ choices: ['theirs'], fields: [] });
    await user.click(await screen.findByRole('button', { name: 'Giữ bản của thành phố' }));
    await vi.waitFor(() => expect(resolved).toMatchObject([{ choice: 'theirs' }]));
    expect(screen.queryByRole('button', { name: 'Giữ bản của máy này' })).toBeNull();
  });

  it('says who can help when this person may not choose', async () => {
    open({ choices: [] });
    expect(await screen.findByText(/cần người có quyền/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('shows a refused declaration with the reason beside its field', async () => {
    const { user, resolved } = open({
      kind: 'refused',
      reason: 'Số điện thoại này đã khóa (X01)',
      field: 'requester.phone',
      choices: ['fields'],
      mine: { facts: { 'requester.phone': '0912999999' }, steps: [] },
    });
    const phone = await screen.findByRole('textbox', { name: /điện thoại/i });
    expect(phone.getAttribute('aria-invalid')).toBe('true');
    await user.clear(phone);
    await user.type(phone, '0912000111');
    await user.click(screen.getByRole('button', { name: 'Sửa và gửi lại' }));
    await vi.waitFor(() =>
      expect(resolved).toMatchObject([{ choice: 'fields', facts: { 'requester.phone': '0912000111' } }]),
    );
  });
});
