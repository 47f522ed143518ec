import { ORPCError } from '@orpc/client';
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { type DossierView, dossierView, testDossierId } from '#tests/builders/dossier-view.ts';
import { fakeCoreClient } from '#tests/builders/fake-core-client.ts';
import { renderInWindow } from '#tests/setup/render-window.tsx';
import { DossierScreen } from './dossier-screen.tsx';

/** A core that holds one dossier; what is done to it is kept, and its view can be swapped as a colleague would. */
function desk(first: DossierView, refusal?: string) {
  let view = first;
  const done: unknown[] = [];
  const client = fakeCoreClient({
    dossiers: {
      get: async () => view,
      act: async (input) => {
        done.push(input);
        if (refusal !== undefined) {
          const problems = [{ code: refusal, severity: 'error', message: 'Chưa làm được.' }];
          throw new ORPCError('REFUSED', { data: { problems } });
        }
        view = { ...view, version: view.version + 1, actions: [] };
        return view;
      },
    },
  });
  return {
    client,
    done,
    change: (next: DossierView) => {
      view = next;
    },
  };
}

function open(client: ReturnType<typeof desk>['client']) {
  return renderInWindow(<DossierScreen />, {
    client,
    at: { route: '/ho-so/$dossierId', path: `/ho-so/${testDossierId}` },
  });
}

describe('a dossier on the screen', () => {
  it('shows its legal state and whether the city has it as two things', async () => {
    const { client } = desk(dossierView());
    open(client);
    expect(await screen.findByText('Đang thẩm tra')).toBeTruthy();
    expect(screen.getByText('Chưa gửi')).toBeTruthy();
    expect(screen.getByText(/biên nhận thành phố BN-1/)).toBeTruthy();
    expect(screen.getByText('Chưa thu phí, lệ phí')).toBeTruthy();
  });

  it('starts the next step with Ctrl+Enter and names the version that was looked at', async () => {
    const { client, done } = desk(
      dossierView({ status: 'verifying', actions: ['withdrawal-requested', 'verification-answered'] }),
    );
    const { user } = open(client);
    await screen.findByRole('button', { name: /Ghi kết quả xác minh/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Ghi kết quả xác minh' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await within(dialog).findByText('Chưa nhập “Nội dung trả lời”.')).toBeTruthy();
    expect(done).toEqual([]);
    await user.type(within(dialog).getByLabelText(/Nội dung trả lời/), 'Đã xác minh, đúng.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Đã ghi trên máy này.')).toBeTruthy();
    expect(done).toEqual([
      {
        dossierId: testDossierId,
        seen: 2,
        action: { kind: 'verification-answered', answer: 'Đã xác minh, đúng.' },
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stops an action when a colleague changed the dossier, until the person has looked again', async () => {
    const before = dossierView({ actions: ['fee-collected'] });
    const { client, done, change } = desk(before);
    const { user, refresh } = open(client);
    await user.click(await screen.findByRole('button', { name: /Thu phí/ }));
    await user.type(screen.getByLabelText(/Số biên lai/), 'BL-7');
    change({
      ...before,
      version: 3,
      timeline: [
        ...before.timeline,
        {
          ...before.timeline[0],
          eventId: 'x',
          text: 'Sửa nội dung khai',
          actor: 'Phạm Thử',
          at: '2026-10-01T02:00:00.000Z',
        },
      ] as DossierView['timeline'],
    });
    await refresh();
    expect(await screen.findByText('Hồ sơ vừa được người khác thay đổi')).toBeTruthy();
    expect(screen.getByText('Sửa nội dung khai – Phạm Thử')).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(done).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Đã xem, làm tiếp trên bản mới' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() => expect(done).toHaveLength(1));
    expect(done[0]).toMatchObject({
      seen: 3,
      action: { kind: 'fee-collected', receipt: 'BL-7', method: 'cash' },
    });
  });

  it('keeps what was typed when the core refuses, says why, and shows the dossier as it is now', async () => {
    const before = dossierView({ actions: ['refusal-proposed'] });
    const { client, change } = desk(before, 'dossier/changed');
    const { user } = open(client);
    await user.click(await screen.findByRole('button', { name: /Đề xuất từ chối/ }));
    await user.type(screen.getByLabelText(/Lý do/), 'Không thuộc thẩm quyền');
    change({ ...before, version: 3 });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Chưa làm được.')).toBeTruthy();
    expect(await screen.findByText('Hồ sơ vừa được người khác thay đổi')).toBeTruthy();
    expect(screen.getByLabelText(/Lý do/)).toHaveProperty('value', 'Không thuộc thẩm quyền');
  });

  it('asks for every paper and content of a supplement before it is sent', async () => {
    const { client, done } = desk(dossierView({ actions: ['supplement-requested'] }));
    const { user } = open(client);
    await user.click(await screen.findByRole('button', { name: /Yêu cầu bổ sung/ }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Giấy tờ *', { selector: 'input' }), 'Giấy chứng sinh');
    await user.keyboard('{Escape}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await within(dialog).findByText('Chưa nhập nội dung cần bổ sung.')).toBeTruthy();
    await user.type(within(dialog).getByLabelText('Nội dung cần bổ sung *'), 'Bản chính');
    await user.type(within(dialog).getByLabelText('Lý do *'), 'Thiếu bản chính');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() => expect(done).toHaveLength(1));
    expect(done[0]).toMatchObject({
      action: {
        kind: 'supplement-requested',
        reason: 'Thiếu bản chính',
        items: [{ document: 'Giấy chứng sinh', content: 'Bản chính', basis: '' }],
      },
    });
  });

  it('reads a personal ID back in groups and refuses one that is not 12 digits', async () => {
    const { client, done } = desk(
      dossierView({ status: 'awaiting-personal-id', actions: ['personal-id-recorded'] }),
    );
    const { user } = open(client);
    await user.click(await screen.findByRole('button', { name: /Ghi số định danh/ }));
    const box = await screen.findByLabelText(/Số định danh cá nhân \*/);
    await user.type(box, '00132600001');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/phải có đúng 12 chữ số, đang có 11/)).toBeTruthy();
    await user.type(box, '9');
    expect(screen.getByText('001 326 000 019')).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() => expect(done).toHaveLength(1));
  });
});
