import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCoreMutation, useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { formatDateTime } from '#renderer/ui/format.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';

const UNDO_MS = 10_000;

/** Declarations begun and not received, newest first: after a crash or a power cut they are here, as typed. */
export function DraftList() {
  const drafts = useCoreQuery(['drafts', 'list'], (core) => core.drafts.list({}));
  const discard = useCoreMutation((core, draftId: string) => core.drafts.discard({ draftId }), ['drafts']);
  const restore = useCoreMutation((core, draftId: string) => core.drafts.restore({ draftId }), ['drafts']);

  async function throwAway(draftId: string, name: string): Promise<void> {
    const result = await discard.run(draftId);
    if (!result.ok) return;
    const toast = notifications.show({
      autoClose: UNDO_MS,
      title: `Đã bỏ bản nháp ${name}`,
      message: (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(toast);
            void restore.run(draftId);
          }}
        >
          Hoàn tác
        </Button>
      ),
    });
  }

  const rows = (drafts.data ?? []).toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
  return (
    <Stack gap="xs">
      <Problems problems={[...problemsOf(drafts.error), ...discard.problems, ...restore.problems]} />
      {rows.length === 0 ? null : (
        <Title order={2} size="h5">
          Tiếp tục bản nháp ({rows.length})
        </Title>
      )}
      {rows.map(({ draftId, subject, procedure, savedAt }) => {
        const name = subject === '' ? 'Chưa có tên' : subject;
        return (
          <Paper key={draftId} withBorder p="xs">
            <Group justify="space-between" wrap="nowrap">
              <div style={{ minWidth: 0 }}>
                <Anchor component={Link} to={`/tiep-nhan/${draftId}`} fw={600}>
                  {name}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {findProcedure(procedure)?.name ?? procedure} · lưu lúc {formatDateTime(savedAt)}
                </Text>
              </div>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                aria-label={`Bỏ bản nháp ${name}`}
                onClick={() => void throwAway(draftId, name)}
              >
                Bỏ
              </Button>
            </Group>
          </Paper>
        );
      })}
    </Stack>
  );
}
