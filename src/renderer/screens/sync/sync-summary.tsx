import { Button, Paper, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { connectionLooks } from '#renderer/shell/connection-chip.tsx';
import { type SyncStatus, unsentOf } from '#renderer/shell/use-sync-status.ts';
import { formatDateTime, formatNumber } from '#renderer/ui/format.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import classes from './sync-summary.module.css';

/** The line to the city: how it is, when it last answered, how long the oldest item has been waiting. */
export function SyncSummary({ status }: { readonly status: SyncStatus }) {
  const retry = useCoreMutation((client) => client.sync.retry({}), ['sync', 'dossiers']);
  const look = connectionLooks[status.connection];
  const unsent = unsentOf(status);
  const retryAll = async (): Promise<void> => {
    const result = await retry.run(undefined);
    if (result.ok) notifications.show({ message: 'Đang gửi lại. Trạng thái từng mục hiện bên dưới.' });
  };
  return (
    <Paper withBorder p="sm" mb="md" component="section" aria-label="Kết nối với thành phố">
      <dl className={classes.facts}>
        <Fact name="Kết nối">
          <ToneBadge tone={look.tone} icon={look.icon}>
            {look.label}
          </ToneBadge>
        </Fact>
        <Fact name="Việc chưa gửi">{formatNumber(unsent)}</Fact>
        <Fact name="Chờ lâu nhất từ">{formatDateTime(status.oldestWaitingAt) || 'Không có'}</Fact>
        <Fact name="Liên lạc được lần cuối">{formatDateTime(status.lastContactAt) || 'Chưa lần nào'}</Fact>
        <Fact name="Thử lần cuối">{formatDateTime(status.lastTriedAt) || 'Chưa lần nào'}</Fact>
        <Fact name="Sẽ thử lại lúc">{formatDateTime(status.nextTryAt) || '–'}</Fact>
        <Fact name="Máy chủ">{status.city || 'Chưa ghi danh'}</Fact>
      </dl>
      {status.message === '' ? null : (
        <Text size="sm" mt="xs" role="status">
          {status.message}
        </Text>
      )}
      <Problems problems={retry.problems} title="Chưa gửi lại được" />
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={retry.pending}
        onClick={() => void retryAll()}
      >
        Gửi lại tất cả ngay
      </Button>
    </Paper>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
