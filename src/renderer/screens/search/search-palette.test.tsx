import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeCoreClient } from '#tests/builders/fake-core-client.ts';
import { renderInWindow } from '#tests/setup/render-window.tsx';
import type { Hit } from './hit.ts';
import { SearchPalette } from './search-palette.tsx';

const draftId = '00000000-0000-7000-8000-0000000000c1';
const dossierId = '00000000-0000-7000-8000-0000000000c2';
const hits: readonly Hit[] = [
  {
    where: 'draft',
    id: draftId,
    dossierId: '',
    subject: 'Nguyễn Thử An',
    code: '',
    procedure: 'birth-registration',
    status: '',
    date: '2026-10-01T01:30:00.000Z',
  },
  {
    where: 'entry',
    id: 'e-1',
    dossierId,
    subject: 'Nguyễn Thử Ân',
    code: '07/2026',
    procedure: 'birth-registration',
    status: 'returned',
    date: '2026-09-30',
    sync: 'accepted',
  },
];

function open() {
  const asked: string[] = [];
  const client = fakeCoreClient({
    search: {
      find: async ({ text }) => {
        asked.push(text);
        return { hits: [...hits], milliseconds: 1 };
      },
    },
  });
  const onClose = vi.fn();
  return { ...renderInWindow(<SearchPalette opened onClose={onClose} />, { client }), asked, onClose };
}

describe('the search box', () => {
  it('finds drafts, dossiers and entries in one list, each with where it is', async () => {
    const { user, asked } = open();
    await user.type(await screen.findByRole('combobox'), 'nguyen thu');
    const found = await screen.findAllByRole('option');
    expect(within(found[0] as HTMLElement).getByText('Bản nháp')).toBeTruthy();
    expect(within(found[1] as HTMLElement).getByText('Sổ')).toBeTruthy();
    expect(within(found[1] as HTMLElement).getByText(/07\/2026/)).toBeTruthy();
    expect(asked.at(-1)).toBe('nguyen thu');
  });

  it('opens what the arrows chose, without leaving the box', async () => {
    const { user, path, onClose } = open();
    const box = await screen.findByRole('combobox');
    await user.type(box, 'an');
    await screen.findAllByRole('option');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(box);
    await vi.waitFor(() => expect(box.getAttribute('aria-activedescendant')).toMatch(/-1$/));
    await user.keyboard('{Enter}');
    expect(path()).toBe(`/ho-so/${dossierId}`);
    expect(onClose).toHaveBeenCalled();
  });
});
