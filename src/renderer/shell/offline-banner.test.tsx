import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fakeCoreClient, testSyncStatus } from '#tests/builders/fake-core-client.ts';
import { renderInWindow } from '#tests/setup/render-window.tsx';
import { OfflineBanner } from './offline-banner.tsx';

it('tells a busy city from one that is not reached, and when work is sent by itself', async () => {
  const status = { ...testSyncStatus, connection: 'busy', nextTryAt: '2026-10-01T02:41:20.000Z' } as const;
  const counts = { ...status.counts, waiting: 3 };
  renderInWindow(<OfflineBanner status={{ ...status, counts }} />, { client: fakeCoreClient() });
  const banner = await screen.findByRole('status');
  expect(banner.textContent).toContain('Máy chủ thành phố đang bận, tự gửi lại lúc 09:41:20.');
  expect(banner.textContent).toContain('3 việc chờ gửi');
});
