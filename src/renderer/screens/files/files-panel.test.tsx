import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeCoreClient } from '#tests/builders/fake-core-client.ts';
import { renderInWindow } from '#tests/setup/render-window.tsx';
import type { FileView } from './file-view.ts';
import { FilesPanel } from './files-panel.tsx';

const owner = { dossierId: '00000000-0000-7000-8000-0000000000d9' };
const fileId = '00000000-0000-7000-8000-0000000000f1';

const scan: FileView = {
  ...{ fileId, component: '', label: 'Giấy tờ khác', mime: 'application/pdf', size: 400_000 },
  ...{ addedAt: '2026-10-01T01:30:00.000Z', addedBy: 'Lê Thử Nghiệm', state: 'waiting', here: true },
  ...{ hasPreview: false, takenOff: false, mayTakeOff: true, reason: '' },
};

function panel() {
  let files: readonly FileView[] = [scan];
  const received: { label: string; bytes: number[] } = { label: '', bytes: [] };
  const client = fakeCoreClient({
    files: {
      list: async () => ({ files: [...files], total: files.length, sent: 0 }),
      begin: async ({ label }) => {
        received.label = label;
        return { transferId: fileId, callBytes: 4 };
      },
      put: async ({ bytes }) => {
        received.bytes.push(...Buffer.from(bytes, 'base64'));
        return { received: received.bytes.length };
      },
      finish: async () => {
        files = [
          ...files,
          { ...scan, fileId: fileId.replace('f1', `f${files.length + 1}`), label: received.label },
        ];
        return scan;
      },
      takeOff: async () => {
        files = [];
        return { ...scan, takenOff: true };
      },
      putBack: async () => {
        files = [scan];
        return scan;
      },
    },
  });
  renderInWindow(<FilesPanel owner={owner} checklist={[]} mayAttach />, { client });
  return { received };
}

const pdf = new File([Buffer.from('%PDF-1.7 giấy')], 'Nguyen Van Mau.pdf', { type: 'application/pdf' });

describe('the files of a dossier', () => {
  it('says how many the city has and lets a file be opened', async () => {
    panel();
    expect(await screen.findByText('0/1 tệp đã gửi thành phố.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Mở: Giấy tờ khác' })).toBeTruthy();
  });

  it('attaches what is chosen, dropped or pasted, whole, and never under the name of the file', async () => {
    const { received } = panel();
    await screen.findByText('0/1 tệp đã gửi thành phố.');
    fireEvent.drop(screen.getByRole('list', { name: 'Tệp đính kèm' }), { dataTransfer: { files: [pdf] } });
    expect(await screen.findByText('0/2 tệp đã gửi thành phố.')).toBeTruthy();
    expect(Buffer.from(received.bytes).toString()).toBe('%PDF-1.7 giấy');
    expect(received.label).toBe('Giấy tờ khác');
    fireEvent.paste(document, { clipboardData: { files: [pdf] } });
    expect(await screen.findByText('0/3 tệp đã gửi thành phố.')).toBeTruthy();
  });

  it('takes a file off and puts it back', async () => {
    panel();
    await userEvent.click(await screen.findByRole('button', { name: 'Gỡ: Giấy tờ khác' }));
    expect(await screen.findByText('Chưa có tệp nào.')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Gỡ: Giấy tờ khác' })).toBeTruthy());
  });
});
