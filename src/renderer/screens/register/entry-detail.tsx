import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { useHotkey } from '#renderer/shell/use-hotkey.ts';
import { formatDate } from '#renderer/ui/format.ts';
import { entryNumberText } from '#shared/registers/entry.ts';
import { PrintPreview } from '../print/print-preview.tsx';
import { EntryContent } from './entry-content.tsx';

export type BookEntry = Awaited<ReturnType<CoreClient['register']['entries']>>['rows'][number];

type EntryDetailProps = { readonly entry: BookEntry; readonly onClose: () => void };

/** One entry as written; nothing here changes it. */
export function EntryDetail({ entry, onClose }: EntryDetailProps) {
  const navigate = useNavigate();
  const [printing, setPrinting] = useState(false);
  useHotkey('print', () => setPrinting(true), !printing);
  if (printing) {
    return (
      <PrintPreview dossierId={entry.dossierId} document="register-page" onClose={() => setPrinting(false)} />
    );
  }
  return (
    <Modal opened onClose={onClose} title={`Số ${entryNumberText(entry)}: ${entry.subject}`} size="52rem">
      <Stack gap="sm">
        <Text size="sm">
          Vào sổ ngày {formatDate(entry.registeredOn)}, người vào sổ: {entry.registrar}. Hồ sơ {entry.code}.
        </Text>
        <EntryContent columns={entry.columns} boxes={entry.boxes} notes={entry.notes} />
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/ho-so/$dossierId', params: { dossierId: entry.dossierId } })}
          >
            Mở hồ sơ
          </Button>
          <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => setPrinting(true)}>
            In trang sổ
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
