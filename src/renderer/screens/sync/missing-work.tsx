import { Alert, Button, List, Text } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import type { SafetyStatus } from '#renderer/shell/use-safety-status.ts';
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx';
import { formatDateTime } from '#renderer/ui/format.ts';
import { Problems } from '#renderer/ui/problems.tsx';

const DONE = 'Đã đối chiếu và làm lại';

type Props = { readonly missing: SafetyStatus['missing']; readonly mayDecide: boolean };

/** Each step that was saved and is gone, so that it is done again. */
export function MissingWork({ missing, mayDecide }: Props) {
  const acknowledge = useCoreMutation((client) => client.safety.acknowledgeMissingWork({}), ['sync']);
  const [asking, setAsking] = useState(false);
  const run = async (): Promise<void> => {
    await acknowledge.run(undefined);
    setAsking(false);
  };
  return (
    <Alert
      color="red"
      variant="outline"
      mb="sm"
      icon={<IconFileOff />}
      title="Việc đã lưu nhưng không còn trong tệp dữ liệu"
    >
      <Text size="sm">
        Tệp dữ liệu của máy này đã mất đoạn cuối. Hãy đối chiếu với phiếu và sổ giấy, rồi làm lại các việc
        sau:
      </Text>
      <List size="sm" my="xs">
        {missing.map((step) => (
          <List.Item key={step.id}>{wordsOf(step)}</List.Item>
        ))}
      </List>
      <Problems problems={acknowledge.problems} title="Chưa ghi nhận được" />
      {mayDecide ? (
        <Button variant="default" onClick={() => setAsking(true)}>
          {DONE}
        </Button>
      ) : (
        <Text size="sm">Cán bộ CNTT xác nhận ở màn hình này khi đã làm lại.</Text>
      )}
      <ConfirmDialog
        opened={asking}
        title={DONE}
        confirmLabel={DONE}
        pending={acknowledge.pending}
        onConfirm={() => void run()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">
          Danh sách này sẽ không hiện lại ở cửa sổ nào của máy này. Việc này ghi vào nhật ký cùng tên bạn.
        </Text>
      </ConfirmDialog>
    </Alert>
  );
}

/** Whose work it was is told apart from whose dossier it is: only the first is known. */
function wordsOf({ text, reference, actor, at }: SafetyStatus['missing'][number]): string {
  const dossier = reference === '' ? '' : `hồ sơ ${reference}`;
  const by = actor === '' ? '' : `người làm: ${actor}`;
  return [text, dossier, by, formatDateTime(at)].filter((each) => each !== '').join(' · ');
}
