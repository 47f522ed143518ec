import { Alert, Button, List, Text } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import type { SafetyStatus } from '#renderer/shell/use-safety-status.ts';
import { formatDateTime } from '#renderer/ui/format.ts';
import { Problems } from '#renderer/ui/problems.tsx';

type Props = { readonly missing: SafetyStatus['missing']; readonly mayDecide: boolean };

/** Each step that was saved and is gone, so that it is done again. */
export function MissingWork({ missing, mayDecide }: Props) {
  const acknowledge = useCoreMutation((client) => client.safety.acknowledgeMissingWork({}), ['sync']);
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
        {missing.map(({ id, text, reference, actor, at }) => (
          <List.Item key={id}>
            {[text, reference, actor, formatDateTime(at)].filter((each) => each !== '').join(' · ')}
          </List.Item>
        ))}
      </List>
      <Problems problems={acknowledge.problems} title="Chưa ghi nhận được" />
      {mayDecide ? (
        <Button
          variant="default"
          loading={acknowledge.pending}
          onClick={() => void acknowledge.run(undefined)}
        >
          Đã đối chiếu và làm lại
        </Button>
      ) : (
        <Text size="sm">Cán bộ CNTT xác nhận ở màn hình này khi đã làm lại.</Text>
      )}
    </Alert>
  );
}
