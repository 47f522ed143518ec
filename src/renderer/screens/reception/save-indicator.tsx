import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconDeviceFloppy } from '@tabler/icons-react';
import { formatTimeWithSeconds } from '#renderer/ui/format.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { SaveState } from './draft-saver.ts';

/** Where the typing is: on this machine since when, or why not. Sent to the city is another matter. */
export function SaveIndicator({ state }: { readonly state: SaveState }) {
  const icon = <IconDeviceFloppy size={14} aria-hidden />;
  switch (state.kind) {
    case 'saved':
      return (
        <span data-testid="draft-saved">
          <ToneBadge tone="good" icon={icon}>
            Đã lưu trên máy lúc {formatTimeWithSeconds(state.at)}
          </ToneBadge>
        </span>
      );
    case 'pending':
    case 'saving':
      return (
        <ToneBadge tone="neutral" icon={icon}>
          Đang lưu…
        </ToneBadge>
      );
    case 'failed':
      return (
        <ToneBadge tone="bad" icon={<IconAlertTriangle size={14} aria-hidden />}>
          Chưa lưu được, đang thử lại
        </ToneBadge>
      );
    case 'stale':
    case 'gone':
      return (
        <ToneBadge tone="attention" icon={<IconAlertTriangle size={14} aria-hidden />}>
          Không lưu tiếp
        </ToneBadge>
      );
    default:
      return assertNever(state, 'save state');
  }
}

type SaveTroubleProps = {
  readonly state: SaveState;
  /** Leaves what is on this screen and opens the newer draft. */
  readonly onReload: () => void;
  /** Keeps what is on this screen and saves it over the newer draft. */
  readonly onKeep: () => void;
};

/** What is wrong with saving and what the clerk can do; both contents are kept until the clerk chooses. */
export function SaveTrouble({ state, onReload, onKeep }: SaveTroubleProps) {
  if (state.kind === 'saved' || state.kind === 'pending' || state.kind === 'saving') return null;
  return (
    <div style={{ flexBasis: '100%' }}>
      <Problems problems={state.problems} title="Bản nháp chưa được lưu tiếp" />
      {state.kind === 'stale' ? (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={onReload}>
            Mở bản mới hơn, bỏ nội dung trên màn hình này
          </Button>
          <Button size="xs" variant="default" onClick={onKeep}>
            Giữ nội dung trên màn hình này, ghi đè bản kia
          </Button>
          <Text size="xs" c="dimmed">
            Chưa chọn thì cả hai bản đều còn.
          </Text>
        </Group>
      ) : null}
    </div>
  );
}
