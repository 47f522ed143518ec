import { Button, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCore } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import type { FileView } from './file-view.ts';
import classes from './files-panel.module.css';
import { openFile } from './send-file.ts';

/** Shows a picture; a PDF is saved to be opened by the machine's own reader. */
export function FileDialog({ file, onClose }: { readonly file: FileView; readonly onClose: () => void }) {
  const client = useCore();
  const content = useQuery({
    queryKey: ['opened-file', file.fileId],
    queryFn: () => openFile(client, file),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const address = useObjectUrl(content.data);
  const isPicture = file.mime !== 'application/pdf';
  return (
    <Modal opened onClose={onClose} title={file.label} size="xl" closeButtonProps={{ 'aria-label': 'Đóng' }}>
      <Problems problems={problemsOf(content.error)} title="Chưa mở được tệp" />
      {content.isPending ? <LoadingPlace height={240} label="Đang mở tệp" /> : null}
      {address !== undefined && isPicture ? (
        <img src={address} alt={file.label} className={classes.picture} />
      ) : null}
      {address === undefined ? null : (
        <Button
          component="a"
          href={address}
          download={`tep-${file.fileId}.${isPicture ? file.mime.slice('image/'.length) : 'pdf'}`}
          mt="sm"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {isPicture ? 'Lưu ảnh' : 'Lưu tệp PDF để mở'}
        </Button>
      )}
    </Modal>
  );
}

/** Lives as long as the dialog that shows it. */
function useObjectUrl(content: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string | undefined>();
  useEffect(() => {
    if (!content) return undefined;
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}
