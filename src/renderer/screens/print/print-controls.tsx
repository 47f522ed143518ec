import { Button, Group, NumberInput, Switch, Text, TextInput } from '@mantine/core';
import { IconAdjustments, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useHost } from '#renderer/host-client/core.ts';
import { shownKeys } from '#renderer/shell/hotkeys.ts';
import { useHotkey } from '#renderer/shell/use-hotkey.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { procedures } from '#shared/procedures/procedures.generated.ts';
import type { PrintedPage } from './print-target.ts';
import type { Printing } from './use-printing.ts';

type PrintControlsProps = {
  readonly page: Omit<PrintedPage, 'printId'>;
  readonly document: string;
  readonly printing: Printing;
  readonly fit: boolean;
  readonly onFit: (fit: boolean) => void;
  readonly onCalibrate: () => void;
};

const MAX_COPIES = 20;

/** Copies, the serial of the ministry's stock, print, PDF. A legal paper's PDF keeps the watermark of its preview. */
export function PrintControls({ page, document, printing, fit, onFit, onCalibrate }: PrintControlsProps) {
  const host = useHost();
  const [copies, setCopies] = useState(1);
  const [stockSerial, setStockSerial] = useState('');
  const [note, setNote] = useState('');
  const overlay = isOverlay(document);
  const print = (): void => void printing.print({ copies, stockSerial: stockSerial.trim() });
  const savePdf = async (): Promise<void> => {
    // The name says which paper, never whose: file names end up in other people's lists.
    const saved = await host.savePdf(page.html, `${document}.pdf`);
    if (saved === 'saved') setNote('Đã lưu tệp PDF.');
    if (saved === 'by-print-dialog') setNote('Trong hộp thoại in, chọn máy in “Lưu dưới dạng PDF”.');
  };
  useHotkey('print', print, !printing.pending);
  return (
    <>
      <Group gap="sm" align="flex-end">
        <NumberInput
          label="Số bản"
          w="5.5rem"
          min={1}
          max={MAX_COPIES}
          allowDecimal={false}
          clampBehavior="strict"
          value={copies}
          onChange={(value) => setCopies(Math.min(MAX_COPIES, Math.max(1, Number(value) || 1)))}
        />
        {page.legal ? (
          <TextInput
            label="Số sê-ri phôi"
            w="11rem"
            autoComplete="off"
            value={stockSerial}
            onChange={(event) => setStockSerial(event.currentTarget.value)}
          />
        ) : null}
        <Button
          // The page arrives after the dialog opened, so the dialog's own first focus is already spent.
          autoFocus
          leftSection={<IconPrinter size={18} aria-hidden />}
          rightSection={<KeyHint keys={shownKeys('print')} />}
          aria-keyshortcuts="F9 Control+P"
          loading={printing.pending}
          onClick={print}
        >
          In
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={18} aria-hidden />}
          onClick={() => void savePdf()}
        >
          Lưu PDF
        </Button>
        {overlay ? (
          <Button
            variant="default"
            leftSection={<IconAdjustments size={18} aria-hidden />}
            onClick={onCalibrate}
          >
            Chỉnh máy in theo phôi
          </Button>
        ) : null}
        <Switch
          label="Vừa chiều rộng"
          checked={fit}
          onChange={(event) => onFit(event.currentTarget.checked)}
          pb={8}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {note !== ''
          ? note
          : `Khổ ${page.sheet.size}${page.sheet.orientation === 'landscape' ? ' ngang' : ''}, in đúng cỡ 100%.${
              page.legal ? ' Chữ chìm chỉ có ở bản xem trước.' : ''
            }`}
      </Text>
    </>
  );
}

function isOverlay(document: string): boolean {
  return procedures.some((procedure) =>
    procedure.documents.some((each) => each.id === document && each.overlay === true),
  );
}
