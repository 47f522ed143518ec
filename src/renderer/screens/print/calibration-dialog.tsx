import { Button, Group, List, Modal, NumberInput, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useCoreMutation, useCoreQuery, useHost } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Calibration, Sheet } from '#shared/documents/model.ts';

type CalibrationDialogProps = {
  readonly document: string;
  readonly sheet: Pick<Sheet, 'size' | 'orientation'>;
  readonly onClose: () => void;
};

export function CalibrationDialog({ document, sheet, onClose }: CalibrationDialogProps) {
  const stored = useCoreQuery(['administration', 'calibration', document], (client) =>
    client.documents.calibration({ document }),
  );
  return (
    <Modal opened onClose={onClose} title="Chỉnh máy in theo phôi" size="lg">
      <Problems problems={problemsOf(stored.error)} />
      {stored.isPending ? <Skeleton height={160} /> : null}
      {stored.data ? (
        <CalibrationForm document={document} sheet={sheet} initial={stored.data} onClose={onClose} />
      ) : null}
    </Modal>
  );
}

const parts = [
  { name: 'dx', label: 'Lệch ngang (mm)', hint: 'Số dương: đẩy chữ sang phải', step: 0.1, min: -50, max: 50 },
  { name: 'dy', label: 'Lệch dọc (mm)', hint: 'Số dương: đẩy chữ xuống dưới', step: 0.1, min: -50, max: 50 },
  { name: 'scaleX', label: 'Co giãn ngang', hint: '1 là đúng cỡ', step: 0.001, min: 0.9, max: 1.1 },
  { name: 'scaleY', label: 'Co giãn dọc', hint: '1 là đúng cỡ', step: 0.001, min: 0.9, max: 1.1 },
] as const satisfies readonly { name: keyof Calibration; [key: string]: unknown }[];

function CalibrationForm({
  document,
  sheet,
  initial,
  onClose,
}: CalibrationDialogProps & { initial: Calibration }) {
  const host = useHost();
  const [values, setValues] = useState<Calibration>(initial);
  const save = useCoreMutation(
    (client, calibration: Calibration) => client.documents.setCalibration({ document, calibration }),
    ['administration', 'dossiers'],
  );
  // The writer of pages brings its bar codes along, which nothing else in a window needs.
  const printTest = async (): Promise<void> => {
    const { calibrationPage } = await import('./calibration-page.ts');
    await host.print(calibrationPage(sheet, values));
  };
  return (
    <Stack gap="sm">
      <List type="ordered" size="sm">
        <List.Item>In tờ thử, đo vị trí bốn dấu cộng từ mép trái và mép trên của tờ giấy.</List.Item>
        <List.Item>So với số ghi dưới dấu cộng rồi nhập phần chênh để bù lại.</List.Item>
        <List.Item>In tờ thử lần nữa; khi khớp thì lưu. Máy in phải đặt “Cỡ thật 100%”.</List.Item>
      </List>
      <Group grow align="flex-start">
        {parts.map((part) => (
          <NumberInput
            key={part.name}
            label={part.label}
            description={part.hint}
            step={part.step}
            min={part.min}
            max={part.max}
            decimalScale={3}
            value={values[part.name]}
            onChange={(value) =>
              setValues((before) => ({
                ...before,
                [part.name]: typeof value === 'number' ? value : before[part.name],
              }))
            }
          />
        ))}
      </Group>
      <Problems problems={save.problems} />
      <Group justify="flex-end">
        <Button variant="default" onClick={() => void printTest()}>
          In tờ thử
        </Button>
        <Button
          loading={save.pending}
          onClick={() => void save.run(values).then((result) => result.ok && onClose())}
        >
          Lưu
        </Button>
      </Group>
    </Stack>
  );
}
