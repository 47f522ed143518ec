import { Alert, Anchor } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSyncStatus } from '#renderer/shell/use-sync-status.ts';

/** What the city held or refused is work for a person, so it stands on the first screen. */
export function SyncAttention() {
  const status = useSyncStatus();
  const held = status?.counts['needs-you'] ?? 0;
  const refused = status?.counts.refused ?? 0;
  if (held + refused === 0) return null;
  return (
    <Alert
      color="yellow"
      variant="outline"
      icon={<IconHandStop />}
      title="Có việc gửi thành phố cần bạn xử lý"
    >
      {held > 0 ? `${held} việc thành phố đang giữ lại. ` : ''}
      {refused > 0 ? `${refused} việc bị từ chối. ` : ''}
      <Anchor component={Link} to="/dong-bo" size="sm">
        Xem lý do và cách xử lý
      </Anchor>
    </Alert>
  );
}
