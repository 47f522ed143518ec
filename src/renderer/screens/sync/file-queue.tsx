import { Paper, Progress, Text } from '@mantine/core';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { fileSize } from '../files/file-size.ts';

/** Attached files on their way to the city; nothing when none waits. */
export function FileQueue() {
  const progress = useCoreQuery(['sync', 'files'], (client) => client.files.progress({}));
  const { data } = progress;
  if (!data || data.waiting + data.needsYou === 0) return null;
  const { sending } = data;
  const share = sending ? Math.round((sending.sent / sending.size) * 100) : 0;
  return (
    <Paper withBorder p="sm" mb="md" component="section" aria-label="Tệp đính kèm chờ gửi">
      <Text size="sm">
        Tệp đính kèm chờ gửi: {formatNumber(data.waiting)} ({fileSize(data.waitingBytes)}).{' '}
        {data.needsYou === 0
          ? null
          : `${formatNumber(data.needsYou)} tệp cần xử lý; mở hồ sơ để xem, rồi bấm “Gửi lại tất cả ngay”.`}
      </Text>
      {sending ? (
        <>
          <Text size="xs" c="dimmed" mt={4}>
            Đang gửi {sending.label === '' ? 'một tệp' : `“${sending.label}”`}: {fileSize(sending.sent)} /{' '}
            {fileSize(sending.size)}
          </Text>
          <Progress value={share} mt={4} aria-label="Tệp đang gửi" />
        </>
      ) : null}
    </Paper>
  );
}
