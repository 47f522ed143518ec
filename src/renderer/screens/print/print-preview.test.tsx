import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Host } from '#renderer/host-client/host.ts';
import { testDossierId } from '#tests/builders/dossier-view.ts';
import { fakeCoreClient } from '#tests/builders/fake-core-client.ts';
import { renderInWindow } from '#tests/setup/render-window.tsx';
import { PrintPreview } from './print-preview.tsx';

const printId = '00000000-0000-7000-8000-0000000000f1';
const page = {
  title: 'GIẤY KHAI SINH',
  html: '<!doctype html><p>BẢN XEM TRƯỚC</p>',
  sheet: { size: 'A4', orientation: 'portrait' },
  sha256: 'a'.repeat(64),
  legal: true,
} as const;

/** A core and a printer that write down, in one list, what was asked of them. */
function press(print: Host['print']) {
  const steps: unknown[] = [];
  const client = fakeCoreClient({
    documents: {
      preview: async () => page,
      print: async (order) => {
        steps.push({ journalled: order });
        return { ...page, html: '<!doctype html><p>BẢN CHÍNH</p>', printId };
      },
      settle: async (settled) => {
        steps.push({ settled });
        return {};
      },
    },
  });
  const host: Host = {
    kind: 'electron',
    print: async (html, options) => {
      steps.push({ printed: html, ...options });
      return print(html, options);
    },
    savePdf: async (html, fileName) => {
      steps.push({ saved: html, fileName });
      return 'saved';
    },
  };
  const onClose = vi.fn();
  const view = renderInWindow(
    <PrintPreview dossierId={testDossierId} document="birth-certificate" onClose={onClose} />,
    { client, host },
  );
  return { ...view, steps, onClose };
}

describe('printing a paper', () => {
  it('is journalled before it reaches the printer, and settled by the person who saw it', async () => {
    const { user, steps, onClose } = press(async () => 'unknown');
    await user.type(await screen.findByLabelText('Số sê-ri phôi'), 'KS-0012');
    await user.keyboard('{F9}');
    await user.click(await screen.findByRole('button', { name: 'Đã in tốt' }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(steps).toEqual([
      {
        journalled: {
          document: 'birth-certificate',
          dossierId: testDossierId,
          copies: 1,
          stockSerial: 'KS-0012',
        },
      },
      { printed: '<!doctype html><p>BẢN CHÍNH</p>', copies: 1 },
      { settled: { printId, outcome: 'printed', reason: '' } },
    ]);
  });

  it('cannot be left without saying what came out', async () => {
    const { user, onClose } = press(async () => 'unknown');
    await screen.findByLabelText('Số bản');
    await user.keyboard('{F9}');
    await screen.findByText('Giấy in ra thế nào?');
    await user.keyboard('{Escape}');
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByText('Giấy in ra thế nào?')).toBeTruthy();
  });

  it('asks why a sheet was spoilt and lets it be printed again', async () => {
    const { user, steps, onClose } = press(async () => 'printed');
    await screen.findByLabelText('Số bản');
    await user.keyboard('{F9}');
    await user.click(await screen.findByRole('button', { name: 'Bản in hỏng' }));
    await user.click(screen.getByRole('button', { name: 'Ghi bản in hỏng' }));
    expect(await screen.findByText('Chưa nhập lý do hỏng.')).toBeTruthy();
    await user.type(screen.getByLabelText(/Hỏng vì sao/), 'Kẹt giấy');
    await user.click(screen.getByRole('button', { name: 'Ghi bản in hỏng' }));
    await screen.findByLabelText('Số bản');
    expect(steps.at(-1)).toEqual({ settled: { printId, outcome: 'spoilt', reason: 'Kẹt giấy' } });
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says so when the printer fails, and the journalled attempt is still settled', async () => {
    const { user, steps } = press(async () => {
      throw new Error('no printer');
    });
    await screen.findByLabelText('Số bản');
    await user.keyboard('{F9}');
    expect(await screen.findByText(/Không tạo được bản in/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Không in, đã hủy' }));
    await vi.waitFor(() =>
      expect(steps.at(-1)).toEqual({ settled: { printId, outcome: 'cancelled', reason: '' } }),
    );
  });

  it('saves a legal paper as PDF only with the watermark, under a name that says nothing of the citizen', async () => {
    const { user, steps } = press(async () => 'unknown');
    const dialog = await screen.findByRole('dialog');
    await user.click(await within(dialog).findByRole('button', { name: 'Lưu PDF' }));
    expect(steps).toEqual([{ saved: page.html, fileName: 'birth-certificate.pdf' }]);
  });
});
