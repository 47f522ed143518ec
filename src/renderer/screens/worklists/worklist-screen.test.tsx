import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { fakeCoreClient } from '#tests/builders/fake-core-client.ts';
import { giveElementsRoom, renderInWindow } from '#tests/setup/render-window.tsx';
import { WorklistScreen } from './worklist-screen.tsx';
import { firstWorklist, worklists, worklistsFor } from './worklists.ts';

type Row = Awaited<ReturnType<CoreClient['dossiers']['list']>>['rows'][number];

const TOTAL = 5_000;

function row(n: number): Row {
  return {
    dossierId: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    code: '',
    localRef: `T-Q1-${n}`,
    procedure: 'birth-registration',
    subject: `Người Thử ${n}`,
    applicant: '',
    status: 'received',
    receivedAt: '2026-10-01T01:30:00.000Z',
    dueAt: '2026-10-01T10:00:00.000Z',
    dueDate: '2026-10-01',
    lateness: 'overdue',
    sync: 'waiting',
    files: { total: 5, sent: 3 },
  };
}

function office() {
  const asked: { text: string; offset: number }[] = [];
  const client = fakeCoreClient({
    dossiers: {
      counts: async () =>
        Object.fromEntries(Object.keys(worklists).map((key) => [key, 2])) as Awaited<
          ReturnType<CoreClient['dossiers']['counts']>
        >,
      list: async ({ text = '', offset = 0, limit = 100 }) => {
        asked.push({ text, offset });
        if (text !== '') return { rows: [], total: 0 };
        return { rows: Array.from({ length: limit }, (_, index) => row(offset + index)), total: TOTAL };
      },
    },
  });
  return { client, asked };
}

function open(client: ReturnType<typeof office>['client']) {
  return renderInWindow(<WorklistScreen />, {
    client,
    at: { route: '/danh-sach/$worklist', path: '/danh-sach/reception' },
  });
}

beforeEach(giveElementsRoom);

describe('a worklist', () => {
  it('holds only the rows in sight and tells how many there are', async () => {
    const { client, asked } = office();
    open(client);
    const grid = await screen.findByRole('grid', { name: 'Hồ sơ: Mới tiếp nhận' });
    expect(grid.getAttribute('aria-rowcount')).toBe(String(TOTAL + 1));
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    expect(within(grid).getAllByText(/^Quá hạn/).length).toBeGreaterThan(0);
    expect(asked).toEqual([{ text: '', offset: 0 }]);
  });

  it('is walked and opened by keyboard', async () => {
    const { client } = office();
    const { user, path } = open(client);
    const grid = await screen.findByRole('grid');
    grid.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowDown}{Enter}');
    expect(path()).toBe(`/ho-so/${row(2).dossierId}`);
  });

  it('says what to do when nothing matches the filter, and keeps the filter in the address', async () => {
    const { client, asked } = office();
    const { user } = open(client);
    await user.type(await screen.findByLabelText(/Lọc theo họ tên/), 'khong co');
    expect(await screen.findByText('Không có hồ sơ khớp với nội dung lọc')).toBeTruthy();
    await vi.waitFor(() => expect(asked.at(-1)?.text).toBe('khong co'));
  });
});

describe('the lists of a role', () => {
  it('come first, and no list is hidden from anyone', () => {
    expect(firstWorklist(['leader'])).toBe('signature');
    expect(firstWorklist(['reception-clerk'])).toBe('reception');
    for (const role of ['leader', 'it-administrator'] as const) {
      expect(worklistsFor([role]).toSorted()).toEqual(Object.keys(worklists).toSorted());
    }
  });
});
