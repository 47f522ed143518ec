import { Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { CalibrationDialog } from './calibration-dialog.tsx';
import { PageFrame } from './page-frame.tsx';
import { PrintControls } from './print-controls.tsx';
import { PrintOutcomeQuestion } from './print-outcome.tsx';
import { type PrintTarget, targetInput } from './print-target.ts';
import { type PrintOutcome, usePrinting } from './use-printing.ts';

type PrintPreviewProps = PrintTarget & { readonly onClose: () => void };

const said = {
  printed: { color: 'green', message: 'Đã ghi lượt in.' },
  spoilt: { color: 'yellow', message: 'Đã ghi bản in hỏng. Có thể in lại.' },
  cancelled: { color: 'blue', message: 'Đã ghi: không in.' },
} as const satisfies Record<PrintOutcome, object>;

/** Shows a paper as it will come out, then prints it and asks how that went. */
export function PrintPreview({ onClose, ...target }: PrintPreviewProps) {
  const { dossierId, draftId, document } = target;
  const preview = useCoreQuery(['dossiers', 'preview', dossierId ?? draftId, document], (client) =>
    client.documents.preview(targetInput(target)),
  );
  const printing = usePrinting(target);
  const [fit, setFit] = useState(true);
  const [calibrating, setCalibrating] = useState(false);
  const asking = printing.unsettled !== undefined;
  const settled = (outcome: PrintOutcome): void => {
    notifications.show(said[outcome]);
    if (outcome === 'printed') onClose();
  };
  return (
    <Modal
      opened
      onClose={asking ? () => undefined : onClose}
      withCloseButton={!asking}
      title={preview.data?.title ?? 'Xem trước bản in'}
      size="min(72rem, 96vw)"
      yOffset="1vh"
    >
      <Stack gap="sm">
        <Problems problems={[...problemsOf(preview.error), ...printing.problems]} title="Chưa in được" />
        {preview.isPending ? <LoadingPlace height={400} label="Đang lập bản in" /> : null}
        {preview.data === undefined ? null : (
          <>
            {asking ? (
              <PrintOutcomeQuestion printing={printing} onSettled={settled} />
            ) : (
              <PrintControls
                page={preview.data}
                document={document}
                printing={printing}
                fit={fit}
                onFit={setFit}
                onCalibrate={() => setCalibrating(true)}
              />
            )}
            <PageFrame
              title={preview.data.title}
              html={preview.data.html}
              sheet={preview.data.sheet}
              fit={fit}
            />
          </>
        )}
      </Stack>
      {calibrating && preview.data ? (
        <CalibrationDialog
          document={document}
          sheet={preview.data.sheet}
          onClose={() => setCalibrating(false)}
        />
      ) : null}
    </Modal>
  );
}
