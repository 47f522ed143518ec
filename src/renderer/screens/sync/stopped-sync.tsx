import { Alert, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import type { SafetyStatus } from '#renderer/shell/use-safety-status.ts';
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { Problems } from '#renderer/ui/problems.tsx';

type Stop = Exclude<SafetyStatus['stop'], ''>;

const words = {
  'server-behind': {
    title: 'Máy chủ thành phố có ít dữ liệu hơn máy này đã biết',
    explanation:
      'Có thể máy chủ vừa được phục hồi từ bản cũ, hoặc đây không phải máy chủ thật. Hãy hỏi đơn vị vận hành. Nếu đúng là phục hồi: mọi việc máy chủ đã mất sẽ được gửi lại từ máy này, không trùng.',
    action: 'Gửi lại những gì thành phố đã mất',
    confirm:
      'Chỉ làm khi đơn vị vận hành xác nhận máy chủ đã được phục hồi. Việc này ghi vào nhật ký cùng tên bạn.',
  },
  'mass-change': {
    title: 'Lượt nhận này làm mất hiệu lực nhiều việc đã có trên máy',
    explanation:
      'Chưa có gì thay đổi. Hãy hỏi đơn vị vận hành vì sao; nếu đúng (ví dụ máy khác đã xử lý trước), cho phép nhận tiếp: việc bị vượt sẽ nằm ở mục cần xử lý, không mất.',
    action: 'Cho phép nhận tiếp',
    confirm: 'Việc này ghi vào nhật ký cùng tên bạn.',
  },
} as const satisfies Record<Stop, object>;

/** Why sync stopped, and the decision an IT administrator may take. */
export function StoppedSync({ stop, mayDecide }: { readonly stop: Stop; readonly mayDecide: boolean }) {
  const [asking, setAsking] = useState(false);
  const decide = useCoreMutation(
    async (client) => {
      if (stop === 'mass-change') return client.safety.allowMassChange({}).then(() => 0);
      return (await client.safety.acceptServerLoss({})).events;
    },
    ['sync', 'dossiers'],
  );
  const { title, explanation, action, confirm } = words[stop];
  const run = async (): Promise<void> => {
    const result = await decide.run(undefined);
    setAsking(false);
    if (!result.ok) return;
    const told = result.value > 0 ? `Đang gửi lại ${formatNumber(result.value)} việc.` : 'Đang đồng bộ tiếp.';
    notifications.show({ message: told });
  };
  return (
    <Alert color="yellow" variant="outline" mb="sm" icon={<IconHandStop />} title={title}>
      <Text size="sm">{explanation}</Text>
      <Problems problems={decide.problems} title="Chưa làm được" />
      {mayDecide ? (
        <Button mt="sm" variant="default" onClick={() => setAsking(true)}>
          {action}
        </Button>
      ) : (
        <Text size="sm" mt="xs">
          Cán bộ CNTT quyết định ở màn hình này.
        </Text>
      )}
      <ConfirmDialog
        opened={asking}
        title={action}
        confirmLabel={action}
        pending={decide.pending}
        onConfirm={() => void run()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">{confirm}</Text>
      </ConfirmDialog>
    </Alert>
  );
}
