import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SafetyBanner } from '#renderer/shell/safety-banner.tsx';
import type { SafetyStatus } from '#renderer/shell/use-safety-status.ts';
import {
  type FakeCalls,
  fakeCoreClient,
  testMe,
  testSafetyStatus,
  testStatus,
} from '#tests/builders/fake-core-client.ts';
import { renderInWindow } from '#tests/setup/render-window.tsx';
import { SafetyPanel } from './safety-panel.tsx';

function open(status: Partial<SafetyStatus>, calls: FakeCalls['safety'] = {}, administrator = true) {
  const client = fakeCoreClient({
    safety: { status: async () => ({ ...testSafetyStatus, ...status }), ...calls },
  });
  const ui = (
    <>
      <SafetyBanner />
      <SafetyPanel />
    </>
  );
  const role = administrator ? 'it-administrator' : 'reception-clerk';
  return renderInWindow(ui, { client, status: { ...testStatus, me: { ...testMe, roles: [role] } } });
}

describe('the safety of the work', () => {
  it('stops and explains a city that lost events, and sends again after a confirmation', async () => {
    let accepted = 0;
    const { user } = open(
      { stop: 'server-behind' },
      {
        acceptServerLoss: async () => {
          accepted += 1;
          return { events: 3 };
        },
      },
    );
    expect(await screen.findByText(/Đã dừng đồng bộ: máy chủ thành phố có ít dữ liệu hơn/)).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Gửi lại những gì thành phố đã mất' }));
    expect(accepted).toBe(0);
    const buttons = await screen.findAllByRole('button', { name: 'Gửi lại những gì thành phố đã mất' });
    await user.click(buttons.at(-1) as HTMLElement);
    await waitFor(() => expect(accepted).toBe(1));
  });

  it('names every saved step that is gone, until an administrator says it was done again', async () => {
    let acknowledged = 0;
    const step = {
      id: '1',
      text: 'Ghi vào sổ',
      reference: 'T-9F3A-7',
      actor: 'Nguyễn Thử',
      at: '2026-10-01T02:00:00.000Z',
    };
    const { user } = open(
      { missing: [step] },
      {
        acknowledgeMissingWork: async () => {
          acknowledged += 1;
          return testSafetyStatus;
        },
      },
    );
    expect(await screen.findByText(/1 việc đã lưu không còn trong tệp dữ liệu/)).toBeTruthy();
    expect(await screen.findByText(/Ghi vào sổ · hồ sơ T-9F3A-7 · người làm: Nguyễn Thử/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Đã đối chiếu và làm lại' }));
    expect(acknowledged).toBe(0);
    const buttons = await screen.findAllByRole('button', { name: 'Đã đối chiếu và làm lại' });
    await user.click(buttons.at(-1) as HTMLElement);
    await waitFor(() => expect(acknowledged).toBe(1));
  });

  it('leaves the decision and the sealed files to those who answer for them', async () => {
    open({ stop: 'mass-change' }, {}, false);
    expect(await screen.findByText('Cán bộ CNTT quyết định ở màn hình này.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cho phép nhận tiếp' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Xuất tệp niêm phong' })).toBeNull();
  });

  it('warns of a wrong clock, a queue that stands still and a copy that is behind, and tells how far a first sync is', async () => {
    open({
      clock: 'skewed',
      stalledSince: '2026-10-01T01:30:00.000Z',
      firstSync: { phase: 'fetching', done: 250, total: 1000, secondsLeft: 90 },
      secondCopy: {
        folder: 'E:\\',
        behind: 2,
        missing: { files: 0, bytes: 0 },
        lastWrittenAt: '',
        failed: true,
      },
    });
    expect(await screen.findByText(/Đồng hồ máy này lệch hơn 5 phút/)).toBeTruthy();
    expect(screen.getByText(/Hàng chờ gửi đứng yên từ 08:30/)).toBeTruthy();
    expect(
      screen.getByText(/Đang tải hồ sơ của đơn vị về máy này: 25 %/).parentElement?.textContent,
    ).toContain('còn khoảng 2 phút');
    expect(screen.getByText('Không ghi được vào E:\\')).toBeTruthy();
  });

  it('says nothing above the work while all is well', async () => {
    open({ lastCheck: { at: '2026-10-01T01:30:00.000Z', differing: 0 } });
    expect(await screen.findByText('Giống hệt, lúc 01/10/2026 08:30')).toBeTruthy();
    expect(screen.queryByText(/Đã dừng/)).toBeNull();
  });
});
