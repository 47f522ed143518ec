import { Button, Text } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { formatDateTime, formatNumber } from '#renderer/ui/format.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { SettingsCard } from './settings-card.tsx';

export function BackupSettings() {
  const [said, setSaid] = useState('');
  const backup = useCoreMutation((client) => client.administration.backup({}), ['administration']);
  const run = async (): Promise<void> => {
    const result = await backup.run(undefined);
    if (!result.ok) return;
    const { file, bytes, at } = result.value;
    setSaid(`Đã sao lưu lúc ${formatDateTime(at)}: ${file} (${formatNumber(Math.ceil(bytes / 1024))} KB).`);
  };
  return (
    <SettingsCard
      title="Sao lưu"
      explanation="Ứng dụng tự sao lưu khi đang chạy. Có thể sao lưu ngay bất cứ lúc nào."
    >
      <Problems problems={backup.problems} title="Chưa sao lưu được" />
      <Button
        variant="default"
        leftSection={<IconDatabaseExport size={16} aria-hidden />}
        loading={backup.pending}
        onClick={() => void run()}
      >
        Sao lưu ngay
      </Button>
      <Text size="sm" mt="xs" role="status">
        {said}
      </Text>
    </SettingsCard>
  );
}
