import { Anchor, Button, FileButton, Group, NativeSelect, Progress, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPaperclip } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useCoreMutation, useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { fileMimes } from '#shared/files/file-kind.ts';
import type { ChecklistItem } from '#shared/procedures/define-procedure.ts';
import { FileDialog } from './file-dialog.tsx';
import { FileRow } from './file-row.tsx';
import type { FileOwner, FileView } from './file-view.ts';
import classes from './files-panel.module.css';
import { useAttach } from './use-attach.ts';

type FilesPanelProps = {
  /** Keep it the same between renders. */
  readonly owner: FileOwner;
  readonly checklist: readonly ChecklistItem[];
  readonly mayAttach: boolean;
};

const OTHER = 'Giấy tờ khác';

/** The files of a draft or dossier: chosen, dropped on it or pasted; opened and taken off. */
export function FilesPanel({ owner, checklist, mayAttach }: FilesPanelProps) {
  const ownerId = 'draftId' in owner ? owner.draftId : owner.dossierId;
  const list = useCoreQuery(['files', 'of', ownerId], (client) => client.files.list({ owner }));
  const [component, setComponent] = useState('');
  const [opened, setOpened] = useState<FileView | undefined>();
  const [over, setOver] = useState(false);
  const { attach, share, problems } = useAttach(owner);
  const nameOf = (id: string): string => checklist.find((item) => item.id === id)?.name ?? '';
  const take = (files: readonly Blob[]): void => {
    if (mayAttach && files.length > 0) void attach(files, component, nameOf(component) || OTHER);
  };
  usePastedFiles(take);
  const remove = useRemoving();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  const files = list.data?.files ?? [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways; the button is the keyboard's
    <div
      className={classes.panel}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(mayAttach);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Problems
        problems={[...problemsOf(list.error), ...problems, ...remove.problems]}
        title="Tệp đính kèm"
      />
      {mayAttach ? (
        <Group gap="xs" align="flex-end">
          <NativeSelect
            label="Tệp là giấy tờ nào"
            size="xs"
            value={component}
            data={[
              { value: '', label: OTHER },
              ...checklist.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setComponent(event.currentTarget.value)}
          />
          <FileButton multiple accept={fileMimes.join(',')} onChange={take}>
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant="default"
                leftSection={<IconPaperclip size={16} aria-hidden />}
              >
                Đính kèm tệp
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed">
            PDF, JPEG, PNG tối đa 50 MB; kéo thả vào đây hoặc dán (Ctrl+V).
          </Text>
        </Group>
      ) : null}
      {share === undefined ? null : (
        <Progress value={share * 100} mt="xs" aria-label="Đang lưu tệp trên máy này" />
      )}
      <ul className={classes.list} aria-label="Tệp đính kèm">
        {files.map((file) => (
          <FileRow
            key={file.fileId}
            file={file}
            paper={nameOf(file.component)}
            onOpen={() => setOpened(file)}
            onTakeOff={mayAttach && file.mayTakeOff ? () => void remove.takeOff(file) : undefined}
          />
        ))}
      </ul>
      <Text size="xs" c="dimmed" role="status">
        {fileTotals(list.data, 'draftId' in owner)}
      </Text>
      {opened === undefined ? null : <FileDialog file={opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

function fileTotals(list: { total: number; sent: number } | undefined, isDraft: boolean): string {
  if (list === undefined) return '';
  if (list.total === 0) return 'Chưa có tệp nào.';
  if (isDraft) return `${list.total} tệp, gửi thành phố sau khi tiếp nhận.`;
  return `${list.sent}/${list.total} tệp đã gửi thành phố.`;
}

/** Taking off, with a way back for as long as the message stands. */
function useRemoving() {
  const off = useCoreMutation(
    (client, fileId: string) => client.files.takeOff({ fileId }),
    ['files', 'dossiers'],
  );
  const back = useCoreMutation(
    (client, fileId: string) => client.files.putBack({ fileId }),
    ['files', 'dossiers'],
  );
  async function takeOff({ fileId, label }: FileView): Promise<void> {
    const result = await off.run(fileId);
    if (!result.ok) return;
    const message = (
      <>
        Đã gỡ “{label}”.{' '}
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            notifications.hide(fileId);
            void back.run(fileId);
          }}
        >
          Hoàn tác
        </Anchor>
      </>
    );
    notifications.show({ id: fileId, message, autoClose: 10_000 });
  }
  return { takeOff, problems: [...off.problems, ...back.problems] };
}

/** Files on the clipboard; text is left to the field it is pasted into. */
function usePastedFiles(take: (files: readonly Blob[]) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
