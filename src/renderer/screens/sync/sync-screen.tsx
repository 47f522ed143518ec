import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { useSession } from '#renderer/shell/session.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { syncStateSchema } from '#shared/contract/base.ts';
import { maySeeDossiers } from '#shared/dossiers/permissions.ts';
import { FileQueue } from './file-queue.tsx';
import { SafetyPanel } from './safety-panel.tsx';
import { SyncFilter } from './sync-filter.tsx';
import { SyncQueue } from './sync-queue.tsx';
import { SyncSummary } from './sync-summary.tsx';

/** Route `/dong-bo`. */
export function SyncScreen() {
  const { state: asked } = useSearch({ strict: false });
  const state = syncStateSchema.safeParse(asked).data;
  const { me } = useSession();
  const status = useCoreQuery(['sync', 'status'], (client) => client.sync.status({}));
  return (
    <>
      <PageHeader
        title="Đồng bộ với thành phố"
        subtitle="Việc đã lưu trên máy này vẫn an toàn khi mất kết nối và tự gửi khi có mạng trở lại."
        actions={
          maySeeDossiers(me.roles) ? (
            <Button component={Link} to="/doi-soat" variant="default">
              Đối soát cuối ngày
            </Button>
          ) : undefined
        }
      />
      {status.error ? <Problems problems={problemsOf(status.error)} /> : null}
      {status.isPending ? <LoadingPlace height={120} label="Đang xem kết nối" /> : null}
      {status.data ? (
        <>
          <SyncSummary status={status.data} />
          <FileQueue />
          <SafetyPanel />
          <SyncFilter status={status.data} current={state} />
        </>
      ) : null}
      <SyncQueue key={state ?? 'all'} state={state} />
    </>
  );
}
