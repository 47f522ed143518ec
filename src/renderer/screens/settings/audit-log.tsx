import { Button, Group, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { usePagedRows } from '#renderer/host-client/use-paged-rows.ts';
import { formatDateTime, formatNumber } from '#renderer/ui/format.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { type GridColumn, VirtualGrid } from '#renderer/ui/virtual-grid.tsx';
import { auditWords } from './audit-words.ts';
import { SettingsCard } from './settings-card.tsx';

type AuditRow = Awaited<ReturnType<CoreClient['administration']['auditLog']>>['rows'][number];
type Verdict = Awaited<ReturnType<CoreClient['administration']['verifyAudit']>>;

const columns: readonly GridColumn<AuditRow>[] = [
  { id: 'seq', title: 'Số', width: '5rem', cell: (row) => formatNumber(row.seq) },
  { id: 'at', title: 'Lúc', width: '10rem', cell: (row) => formatDateTime(row.at) },
  { id: 'actor', title: 'Ai', width: 'minmax(8rem, 1fr)', cell: (row) => row.actor },
  { id: 'action', title: 'Việc', width: 'minmax(10rem, 1fr)', cell: (row) => auditWords(row.action) },
  { id: 'target', title: 'Đối tượng', width: 'minmax(10rem, 1.5fr)', cell: (row) => row.target },
];

/** Every look at and change of a dossier. The check recomputes the chain that ties each line to the one before. */
export function AuditLog() {
  const rows = usePagedRows(['administration', 'audit'], (client, page) =>
    client.administration.auditLog(page),
  );
  const [verdict, setVerdict] = useState<Verdict>();
  const verify = useCoreMutation((client) => client.administration.verifyAudit({}), []);
  const check = async (): Promise<void> => {
    const result = await verify.run(undefined);
    if (result.ok) setVerdict(result.value);
  };
  return (
    <SettingsCard
      title="Nhật ký truy cập"
      explanation="Mỗi lần xem, sửa hồ sơ đều được ghi. Dòng sau khóa dòng trước, nên sửa hay xóa dòng nào cũng bị phát hiện."
    >
      <Problems problems={[...problemsOf(rows.error), ...verify.problems]} />
      <Group mb="sm">
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verify.pending}
          onClick={() => void check()}
        >
          Kiểm tra nhật ký
        </Button>
        <div role="status">{verdict === undefined ? null : <VerdictText verdict={verdict} />}</div>
      </Group>
      {rows.loading ? <LoadingPlace height={160} label="Đang tải nhật ký" /> : null}
      {rows.total > 0 ? (
        <VirtualGrid
          label="Nhật ký truy cập"
          columns={columns}
          total={rows.total}
          rowAt={rows.rowAt}
          onShow={rows.show}
          spaceAround={26}
        />
      ) : (
        <Text size="sm">Chưa có dòng nào.</Text>
      )}
    </SettingsCard>
  );
}

function VerdictText({ verdict }: { readonly verdict: Verdict }) {
  return verdict.intact ? (
    <ToneBadge tone="good">Nguyên vẹn, đã kiểm tra {formatNumber(verdict.checked)} dòng</ToneBadge>
  ) : (
    <ToneBadge tone="bad">Không còn nguyên vẹn từ dòng {formatNumber(verdict.brokenAt)}</ToneBadge>
  );
}
