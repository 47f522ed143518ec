import { Button, FileButton, Text } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { toBase64 } from './base64.ts';
import { fetchExport } from './fetch-export.ts';
import { saveFile } from './save-file.ts';

/** When the line stays down: the queue as a sealed file to carry, and the city's receipts back. */
export function SealedFiles() {
  const [said, setSaid] = useState('');
  const tell = (part: number): void => setSaid(`Đang niêm phong: ${Math.floor(part * 100)} %`);
  const exporting = useCoreMutation((client) => fetchExport(client, tell));
  const importing = useCoreMutation(
    (client, content: string) => client.safety.importReceipts({ content }),
    ['sync', 'dossiers'],
  );
  const runExport = async (): Promise<void> => {
    importing.reset();
    const result = await exporting.run(undefined);
    if (!result.ok) return setSaid('');
    const { about, parts } = result.value;
    saveFile(about.name, parts);
    const attached = about.files === 0 ? '' : ` và ${formatNumber(about.files)} tệp đính kèm`;
    setSaid(
      `Đã niêm phong ${formatNumber(about.events)} việc${attached} vào tệp ${about.name}. Mang tệp đến thành phố.`,
    );
  };
  const runImport = async (file: File | null): Promise<void> => {
    exporting.reset();
    if (!file) return;
    const result = await importing.run(toBase64(new Uint8Array(await file.arrayBuffer())));
    if (!result.ok) return;
    const { accepted, held, refused, files } = result.value;
    const attached = files === 0 ? '' : ` và ${formatNumber(files)} tệp đính kèm`;
    setSaid(`Thành phố đã nhận ${accepted} việc${attached}, giữ lại ${held}, từ chối ${refused}.`);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileExport size={16} aria-hidden />}
        loading={exporting.pending}
        onClick={() => void runExport()}
      >
        Xuất tệp niêm phong
      </Button>
      <FileButton onChange={(file) => void runImport(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            loading={importing.pending}
          >
            Nhập tệp biên nhận
          </Button>
        )}
      </FileButton>
      <Problems problems={[...exporting.problems, ...importing.problems]} title="Chưa làm được" />
      <Text size="sm" role="status">
        {said}
      </Text>
    </>
  );
}
