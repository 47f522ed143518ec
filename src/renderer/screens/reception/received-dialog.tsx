import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { PrintPreview } from '#renderer/screens/print/print-preview.tsx';
import { useHotkey } from '#renderer/shell/use-hotkey.ts';
import { formatDateTime } from '#renderer/ui/format.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import type { FeeLine } from '#shared/fees/fee-line.ts';
import { Fees } from './due-and-fees.tsx';

export type Received = Awaited<ReturnType<CoreClient['dossiers']['receive']>>;

type ReceivedDialogProps = { readonly received: Received; readonly fees: readonly FeeLine[] };

/** The dossier exists, on this machine; what the citizen gets now and where the clerk goes next. */
export function ReceivedDialog({ received, fees }: ReceivedDialogProps) {
  const navigate = useNavigate();
  const [printing, setPrinting] = useState(false);
  const fresh = (): void => void navigate({ to: '/tiep-nhan' });
  const open = (): void =>
    void navigate({ to: '/ho-so/$dossierId', params: { dossierId: received.dossierId } });
  useHotkey('new-dossier', fresh, !printing);
  useHotkey('print', () => setPrinting(true), !printing);
  if (printing) {
    return (
      <PrintPreview
        dossierId={received.dossierId}
        document="receipt-slip"
        onClose={() => setPrinting(false)}
      />
    );
  }
  return (
    <Modal opened onClose={open} title="Đã tiếp nhận hồ sơ" size="lg">
      <Stack>
        <Text>
          {received.code === '' ? 'Số tiếp nhận tại máy' : 'Mã hồ sơ'}:{' '}
          <b data-testid="received-code">{received.code || received.localRef}</b>
        </Text>
        {received.code === '' ? (
          <Text size="sm" c="dimmed">
            Mã hồ sơ chính thức sẽ có khi liên lạc được với thành phố. Hồ sơ đã lưu trên máy này.
          </Text>
        ) : null}
        <Text>
          Hẹn trả: <b>{formatDateTime(received.due.at)}</b>
        </Text>
        <Text size="xs" c="dimmed">
          {received.due.legalBasis}
        </Text>
        <Fees fees={fees} />
        <Group justify="flex-end">
          <Button variant="default" onClick={open}>
            Mở hồ sơ
          </Button>
          <Button variant="default" rightSection={<KeyHint keys="Ctrl+N" />} onClick={fresh}>
            Hồ sơ mới
          </Button>
          <Button data-autofocus rightSection={<KeyHint keys="F9" />} onClick={() => setPrinting(true)}>
            In giấy hẹn
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
