import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconClock,
  IconCloudCheck,
  IconCloudOff,
  IconPlugOff,
  IconRefresh,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDateTime, formatNumber } from '#renderer/ui/format.ts';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { type SyncStatus, unsentOf } from './use-sync-status.ts';

type Look = { readonly label: string; readonly tone: Tone; readonly icon: ReactNode };

/** The line to the city in the clerk's words. */
export const connectionLooks = {
  online: { label: 'Trực tuyến', tone: 'good', icon: <IconCloudCheck size={16} aria-hidden /> },
  offline: { label: 'Ngoại tuyến', tone: 'attention', icon: <IconCloudOff size={16} aria-hidden /> },
  syncing: { label: 'Đang đồng bộ', tone: 'info', icon: <IconRefresh size={16} aria-hidden /> },
  busy: { label: 'Máy chủ bận', tone: 'attention', icon: <IconClock size={16} aria-hidden /> },
  error: { label: 'Lỗi đồng bộ', tone: 'bad', icon: <IconAlertTriangle size={16} aria-hidden /> },
  'not-enrolled': { label: 'Chưa ghi danh', tone: 'attention', icon: <IconPlugOff size={16} aria-hidden /> },
} as const satisfies Record<SyncStatus['connection'], Look>;

/** Always in sight: whether the city is reached, how much is not sent yet, and when it was last heard. */
export function ConnectionChip({ status }: { readonly status: SyncStatus | undefined }) {
  const navigate = useNavigate();
  if (!status) return null;
  const look = connectionLooks[status.connection];
  const unsent = unsentOf(status);
  const contact = status.lastContactAt === '' ? 'chưa lần nào' : formatDateTime(status.lastContactAt);
  return (
    <UnstyledButton
      onClick={() => void navigate({ to: '/dong-bo' })}
      data-testid="connection"
      data-connection={status.connection}
      px={4}
      mih={32}
    >
      <ToneBadge tone={look.tone} icon={look.icon}>
        {look.label}
        {status.connection === 'syncing' ? ` ${formatNumber(unsent)}` : ''}
      </ToneBadge>
      <Text size="xs" c="dimmed" component="span" display="block">
        Việc chưa gửi: {formatNumber(unsent)} · <VisuallyHidden>liên lạc gần nhất </VisuallyHidden>
        {contact}
      </Text>
    </UnstyledButton>
  );
}
