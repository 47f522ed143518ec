import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useCoreQuery, useHost } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { PageFrame } from '#renderer/screens/print/page-frame.tsx';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';

/** The day's sheet as it is printed and signed; a printer or a PDF, as the machine offers. */
export function DayPaper({ day, onClose }: { readonly day: string; readonly onClose: () => void }) {
  const host = useHost();
  const [failure, setFailure] = useState<readonly Problem[]>([]);
  const paper = useCoreQuery(['sync', 'day-paper', day], (client) => client.reconciliation.paper({ day }));
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setFailure([]);
    try {
      await work();
    } catch {
      setFailure([problem('print/failed', 'error', errorCodes['print/failed'])]);
    }
  };
  const savePdf = async (html: string): Promise<void> => {
    const saved = await host.savePdf(html, `doi-soat-${day}.pdf`);
    if (saved === 'by-print-dialog') await host.print(html, { copies: 1 });
  };
  const page = paper.data;
  return (
    <Modal opened onClose={onClose} title="Phiếu đối soát cuối ngày" size="min(72rem, 96vw)" yOffset="1vh">
      <Stack gap="sm">
        <Problems problems={[...problemsOf(paper.error), ...failure]} title="Chưa in được" />
        {paper.isPending ? <LoadingPlace height={400} label="Đang lập phiếu" /> : null}
        {page ? (
          <>
            <Group>
              <Button
                data-autofocus
                leftSection={<IconPrinter size={16} aria-hidden />}
                onClick={() => void attempt(() => host.print(page.html, { copies: 1 }))}
              >
                In
              </Button>
              <Button variant="default" onClick={() => void attempt(() => savePdf(page.html))}>
                Lưu PDF
              </Button>
            </Group>
            <PageFrame title={page.title} html={page.html} sheet={page.sheet} fit />
          </>
        ) : null}
      </Stack>
    </Modal>
  );
}
