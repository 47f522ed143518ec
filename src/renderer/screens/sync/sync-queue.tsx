import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { usePagedRows } from '#renderer/host-client/use-paged-rows.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatDateTime, formatTime } from '#renderer/ui/format.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { SyncBadge, syncLooks } from '#renderer/ui/sync-badge.tsx';
import { type GridColumn, VirtualGrid } from '#renderer/ui/virtual-grid.tsx';
import type { SyncState } from '#shared/contract/base.ts';
import type { syncItemSchema } from '#shared/contract/sync.ts';
import classes from './sync-queue.module.css';

type SyncItem = z.infer<typeof syncItemSchema>;

/** Every item on its way to the city, each with its state, its receipt or its reason and the way out. */
export function SyncQueue({ state }: { readonly state: SyncState | undefined }) {
  const navigate = useNavigate();
  const states = state === undefined ? [] : [state];
  const rows = usePagedRows(['sync', 'items', state], (client, page) =>
    client.sync.items({ states, ...page }),
  );
  const retry = useCoreMutation(
    (client, eventId: string) => client.sync.retry({ eventId }),
    ['sync', 'dossiers'],
  );
  const open = ({ dossierId }: SyncItem): void => {
    if (dossierId !== '') void navigate({ to: '/ho-so/$dossierId', params: { dossierId } });
  };
  const compare = ({ dossierId }: SyncItem): void => {
    void navigate({ to: '/xung-dot/$dossierId', params: { dossierId } });
  };
  if (rows.error) return <Problems problems={problemsOf(rows.error)} />;
  if (rows.loading) return <LoadingPlace height={240} label="Đang tải danh sách gửi" />;
  if (rows.total === 0) {
    return (
      <EmptyState
        title={state === undefined ? 'Chưa có việc nào' : `Không có mục “${syncLooks[state].label}”`}
      >
        Mỗi việc làm với hồ sơ, sổ sẽ hiện ở đây cùng trạng thái gửi thành phố.
      </EmptyState>
    );
  }
  const columns: readonly GridColumn<SyncItem>[] = [
    ...facts,
    {
      id: 'way-out',
      title: 'Biên nhận, lý do',
      width: 'minmax(10rem, 2fr)',
      wrap: true,
      cell: (item) => <Answer item={item} />,
    },
    {
      id: 'do',
      title: 'Thao tác',
      width: '10.5rem',
      wrap: true,
      cell: (item) => (
        <span className={classes.buttons}>
          {isStopped(item) ? (
            <Button
              size="compact-sm"
              variant="filled"
              aria-label={`${wayOut[item.state]}: ${item.text}, ${item.subject}`}
              onClick={() => compare(item)}
            >
              {wayOut[item.state]}
            </Button>
          ) : null}
          {item.state === 'waiting' || item.state === 'needs-you' ? (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Gửi lại: ${item.text}, ${item.subject}`}
              onClick={() => void retry.run(item.eventId)}
            >
              Gửi lại
            </Button>
          ) : null}
          {item.dossierId === '' ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Mở hồ sơ: ${item.subject}`}
              onClick={() => open(item)}
            >
              Mở
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      <Problems problems={retry.problems} title="Chưa gửi lại được" />
      <VirtualGrid
        label="Hàng chờ gửi thành phố"
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onShow={rows.show}
        spaceAround={24}
        onOpen={open}
      />
    </>
  );
}

/** A refused item has to change before it is sent again; a held one waits for a choice. */
const wayOut = { 'needs-you': 'So sánh', refused: 'Sửa và gửi lại' } as const;

function isStopped(item: SyncItem): item is SyncItem & { readonly state: keyof typeof wayOut } {
  return item.dossierId !== '' && (item.state === 'needs-you' || item.state === 'refused');
}

const facts: readonly GridColumn<SyncItem>[] = [
  { id: 'state', title: 'Trạng thái gửi', width: '11rem', cell: (item) => <SyncBadge state={item.state} /> },
  {
    id: 'dossier',
    title: 'Hồ sơ',
    width: 'minmax(9rem, 1.4fr)',
    wrap: true,
    cell: (item) => (
      <>
        {item.subject}
        <Text size="xs" c="dimmed">
          {item.code}
        </Text>
      </>
    ),
  },
  { id: 'what', title: 'Việc', width: 'minmax(8rem, 1.2fr)', wrap: true, cell: (item) => item.text },
  {
    id: 'when',
    title: 'Ai, lúc nào',
    width: 'minmax(9rem, 1fr)',
    wrap: true,
    cell: (item) => (
      <>
        {item.actor}
        <Text size="xs" c="dimmed">
          {formatDateTime(item.at)}
        </Text>
      </>
    ),
  },
];

function Answer({ item }: { readonly item: SyncItem }) {
  const tries =
    item.attempts === 0 || item.state === 'accepted'
      ? ''
      : `Đã thử ${item.attempts} lần${item.nextTryAt === '' ? '' : `, thử tiếp lúc ${formatTime(item.nextTryAt)}`}.`;
  return (
    <>
      {item.receipt === '' ? null : <span className={classes.receipt}>{item.receipt}</span>}
      {item.reason}
      {tries === '' ? null : (
        <Text size="xs" c="dimmed">
          {tries}
        </Text>
      )}
    </>
  );
}
