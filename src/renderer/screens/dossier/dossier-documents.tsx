import { Button, Table, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useHotkey } from '#renderer/shell/use-hotkey.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { PrintPreview } from '../print/print-preview.tsx';
import type { DossierView } from './dossier-view.ts';

/** The papers of the dossier: each ready to preview and print, or saying what it waits for. */
export function DossierDocuments({ view }: { readonly view: DossierView }) {
  const [shown, setShown] = useState<string | undefined>();
  const firstReady = view.documents.find((document) => document.ready);
  useHotkey('print', () => setShown(firstReady?.id), firstReady !== undefined && shown === undefined);
  return (
    <>
      <Table verticalSpacing={4} fz="sm">
        <Table.Tbody>
          {view.documents.map((document) => (
            <Table.Tr key={document.id}>
              <Table.Td>
                {document.title} {document.legal ? <ToneBadge tone="info">Giấy tờ hộ tịch</ToneBadge> : null}{' '}
                {document.overlay ? <ToneBadge tone="neutral">In lên phôi</ToneBadge> : null}
                {document.ready ? null : (
                  <Text size="xs" c="dimmed">
                    Chưa in được: {document.waitsFor}
                  </Text>
                )}
                {document.printed === 0 ? null : (
                  <Text size="xs" c="dimmed">
                    Đã in {document.printed} bản
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">
                {document.ready ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconPrinter size={16} aria-hidden />}
                    aria-label={`Xem, in: ${document.title}`}
                    onClick={() => setShown(document.id)}
                  >
                    Xem, in
                  </Button>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown === undefined ? null : (
        <PrintPreview dossierId={view.dossierId} document={shown} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}
