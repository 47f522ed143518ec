import { Button, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { usePagedRows } from '#renderer/host-client/use-paged-rows.ts';
import { DueBadge } from '#renderer/ui/due-badge.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { SyncBadge } from '#renderer/ui/sync-badge.tsx';
import { type GridColumn, VirtualGrid } from '#renderer/ui/virtual-grid.tsx';
import type { dossierRowSchema } from '#shared/contract/dossiers.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { type Worklist, worklists } from './worklists.ts';

type DossierRow = z.infer<typeof dossierRowSchema>;

const columns: readonly GridColumn<DossierRow>[] = [
  {
    id: 'code',
    title: 'Mã hồ sơ',
    width: 'minmax(7rem, 10.5rem)',
    cell: (row) => <span title={row.localRef}>{row.code || row.localRef}</span>,
  },
  { id: 'subject', title: 'Người được đăng ký', width: 'minmax(8rem, 1.3fr)', cell: (row) => row.subject },
  {
    id: 'procedure',
    title: 'Thủ tục',
    width: 'minmax(7rem, 1fr)',
    wrap: true,
    cell: (row) => findProcedure(row.procedure)?.name ?? row.procedure,
  },
  {
    id: 'status',
    title: 'Trạng thái hồ sơ',
    width: 'minmax(7rem, 12.3rem)',
    wrap: true,
    cell: (row) => <StatusBadge status={row.status} />,
  },
  {
    id: 'due',
    title: 'Hẹn trả',
    width: 'minmax(7rem, 12rem)',
    wrap: true,
    cell: (row) => <DueBadge lateness={row.lateness} dueAt={row.dueAt} />,
  },
  {
    id: 'sync',
    title: 'Gửi thành phố',
    width: 'minmax(6rem, 9.8rem)',
    wrap: true,
    cell: (row) => (
      <>
        <SyncBadge state={row.sync} />
        {row.files.sent === row.files.total ? null : (
          <Text component="span" size="xs" c="dimmed" title="Tệp đính kèm đã gửi thành phố">
            {' '}
            {row.files.sent}/{row.files.total} tệp
          </Text>
        )}
      </>
    ),
  },
];

type WorklistTableProps = { readonly worklist: Worklist; readonly text: string };

export function WorklistTable({ worklist, text }: WorklistTableProps) {
  const navigate = useNavigate();
  const rows = usePagedRows(['dossiers', 'list', worklist, text], (client, page) =>
    client.dossiers.list({ worklist, text, ...page }),
  );
  if (rows.error) return <Problems problems={problemsOf(rows.error)} />;
  if (rows.loading) return <LoadingPlace height={240} label="Đang tải danh sách" />;
  if (rows.total === 0 && text !== '') {
    return (
      <EmptyState title="Không có hồ sơ khớp với nội dung lọc">Thử gõ ít chữ hơn, không cần dấu.</EmptyState>
    );
  }
  if (rows.total === 0) {
    return (
      <EmptyState
        title="Chưa có hồ sơ nào"
        action={
          <Button component={Link} to="/tiep-nhan" variant="default">
            Tiếp nhận hồ sơ
          </Button>
        }
      >
        {worklists[worklist].empty}
      </EmptyState>
    );
  }
  return (
    <Stack gap="xs">
      <VirtualGrid
        label={`Hồ sơ: ${worklists[worklist].label}`}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onShow={rows.show}
        onOpen={(row) => void navigate({ to: '/ho-so/$dossierId', params: { dossierId: row.dossierId } })}
      />
      <Text size="sm" c="dimmed" role="status">
        {formatNumber(rows.total)} hồ sơ. ↑ ↓ để chọn, Enter để mở.
      </Text>
    </Stack>
  );
}
