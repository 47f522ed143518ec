import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconEye, IconFileTypePdf, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { FileBadge } from './file-badge.tsx';
import { fileSize } from './file-size.ts';
import type { FileView } from './file-view.ts';
import classes from './files-panel.module.css';

type FileRowProps = {
  readonly file: FileView;
  /** Name of the paper it shows, empty for any other. */
  readonly paper: string;
  readonly onOpen: () => void;
  /** Undefined when it cannot be taken off. */
  readonly onTakeOff: (() => void) | undefined;
};

export function FileRow({ file, paper, onOpen, onTakeOff }: FileRowProps) {
  const details = [paper === file.label ? '' : paper, fileSize(file.size), file.addedBy];
  return (
    <li className={classes.row}>
      <Thumbnail file={file} />
      <div className={classes.words}>
        <Text size="sm">{file.label}</Text>
        <Text size="xs" c="dimmed">
          {details.filter(Boolean).join(' · ')}
        </Text>
        {file.reason === '' ? null : (
          <Text size="xs" c="var(--mantine-color-error)">
            {file.reason}
          </Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap">
        <FileBadge file={file} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          aria-label={`Mở: ${file.label}`}
          onClick={onOpen}
        >
          Mở
        </Button>
        {onTakeOff === undefined ? null : (
          <ActionIcon variant="default" size="md" aria-label={`Gỡ: ${file.label}`} onClick={onTakeOff}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </li>
  );
}

function Thumbnail({ file }: { readonly file: FileView }) {
  const { fileId, hasPreview } = file;
  const picture = useCoreQuery(
    ['files', 'preview', fileId],
    async (client) => {
      const part = { fileId, part: 'preview' } as const;
      await client.files.fetch(part);
      const { bytes, mime, size } = await client.files.read({ ...part, offset: 0, length: 256 * 1024 });
      return size > 256 * 1024 ? '' : `data:${mime};base64,${bytes}`;
    },
    { enabled: hasPreview },
  );
  if (picture.data) return <img src={picture.data} alt="" className={classes.thumbnail} />;
  const Icon = file.mime === 'application/pdf' ? IconFileTypePdf : IconPhoto;
  return (
    <span className={classes.thumbnail} aria-hidden>
      <Icon size={28} />
    </span>
  );
}
