import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import type { SyncState } from '#shared/contract/base.ts';
import { fakeCoreClient, testSyncStatus } from '#tests/builders/fake-core-client.ts';
import { giveElementsRoom, renderInWindow } from '#tests/setup/render-window.tsx';
import { SyncScreen } from './sync-screen.tsx';

type SyncItem = Awaited<ReturnType<CoreClient['sync']['items']>>['rows'][number];

function item(n: number, state: SyncState, more: Partial<SyncItem> = {}): SyncItem {
  return {
    eventId: `00000000-0000-7000-8000-00000000010${n}`,
    dossierId: `00000000-0000-7000-8000-00000000020${n}`,
    code: `T-Q1-${n}`,
    subject: `Người Thử ${n}`,
    text: 'Tiếp nhận hồ sơ',
    at: '2026-10-01T01:30:00.000Z',
    actor: 'Lê Thử Nghiệm',
    state,
    attempts: 0,
    receipt: '',
    reason: '',
    nextTryAt: '',
    ...more,
  };
}

const queue = [
  item(1, 'waiting', { attempts: 3, nextTryAt: '2026-10-01T02:00:00.000Z' }),
  item(2, 'sending'),
  item(3, 'needs-you', { reason: 'Số trong sổ đã được cấp cho bản đăng ký khác.' }),
  item(4, 'accepted', { receipt: 'BN-0004' }),
  item(5, 'refused', { reason: 'Bản ghi thuộc đơn vị khác với đơn vị của máy.' }),
];

function line() {
  const asked: unknown[] = [];
  const retried: unknown[] = [];
  const status = {
    ...testSyncStatus,
    connection: 'offline',
    message: 'Chưa liên lạc được với máy chủ thành phố.',
    oldestWaitingAt: '2026-10-01T01:30:00.000Z',
    counts: { waiting: 1, sending: 1, 'needs-you': 1, accepted: 1, refused: 1, resolved: 0 },
  } as const;
  const client = fakeCoreClient({
    sync: {
      status: async () => status,
      items: async ({ states = [] }) => {
        asked.push(states);
        const rows = queue.filter((each) => states.length === 0 || states.includes(each.state));
        return { rows, total: rows.length };
      },
      retry: async (input) => {
        retried.push(input);
        return status;
      },
    },
  });
  return { client, asked, retried };
}

function open(client: ReturnType<typeof line>['client'], path = '/dong-bo') {
  return renderInWindow(<SyncScreen />, { client, at: { route: '/dong-bo', path } });
}

beforeEach(giveElementsRoom);

describe('the queue to the city', () => {
  it('leaves no item without a state, and no trouble without its reason and a way out', async () => {
    const { client } = line();
    open(client);
    const grid = await screen.findByRole('grid', { name: 'Hàng chờ gửi thành phố' });
    const rows = await within(grid).findAllByRole('row');
    const words = rows.slice(1).map((row) => row.textContent ?? '');
    expect(words[0]).toMatch(/Chưa gửi.*Đã thử 3 lần, thử tiếp lúc 09:00/);
    expect(words[1]).toContain('Đang gửi');
    expect(words[2]).toMatch(/Cần xử lý.*Số trong sổ đã được cấp cho bản đăng ký khác/);
    expect(words[3]).toMatch(/Thành phố đã nhận.*BN-0004/);
    expect(words[4]).toMatch(/Bị từ chối.*Bản ghi thuộc đơn vị khác/);
    for (const row of [rows[1], rows[3]]) {
      expect(within(row as HTMLElement).getByRole('button', { name: /^Gửi lại/ })).toBeTruthy();
    }
    expect(within(rows[3] as HTMLElement).getByRole('button', { name: /^So sánh/ })).toBeTruthy();
    expect(within(rows[5] as HTMLElement).getByRole('button', { name: /^Sửa và gửi lại/ })).toBeTruthy();
    expect(within(rows[5] as HTMLElement).queryByRole('button', { name: /^Gửi lại/ })).toBeNull();
    expect(within(rows[4] as HTMLElement).queryByRole('button', { name: /^Gửi lại/ })).toBeNull();
  });

  it('tells how the line is and how long the oldest item has waited', async () => {
    const { client } = line();
    open(client);
    expect(await screen.findByText('Ngoại tuyến')).toBeTruthy();
    expect(screen.getByText('Chưa liên lạc được với máy chủ thành phố.')).toBeTruthy();
    expect(screen.getAllByText('01/10/2026 08:30').length).toBeGreaterThan(0);
  });

  it('retries one item or all of them', async () => {
    const { client, retried } = line();
    const { user } = open(client);
    await user.click(await screen.findByRole('button', { name: 'Gửi lại: Tiếp nhận hồ sơ, Người Thử 3' }));
    await user.click(screen.getByRole('button', { name: 'Gửi lại tất cả ngay' }));
    await vi.waitFor(() => expect(retried).toEqual([{ eventId: queue[2]?.eventId }, {}]));
  });

  it('filters by the state in the address', async () => {
    const { client, asked } = line();
    open(client, '/dong-bo?state=refused');
    const grid = await screen.findByRole('grid');
    expect(await within(grid).findAllByRole('row')).toHaveLength(2);
    expect(asked).toEqual([['refused']]);
  });

  it('opens the dossier of an item', async () => {
    const { client } = line();
    const { user, path } = open(client);
    await user.click(await screen.findByRole('button', { name: 'Mở hồ sơ: Người Thử 5' }));
    expect(path()).toBe(`/ho-so/${queue[4]?.dossierId}`);
  });
});
