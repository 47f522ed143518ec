import { Alert, Anchor, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { ChooseVersion } from './choose-version.tsx';
import type { Conflict } from './conflict.ts';
import { CorrectRefused } from './correct-refused.tsx';
import { VersionSteps } from './version-steps.tsx';

/** Route `/xung-dot/$dossierId`. */
export function ConflictScreen() {
  const { dossierId = '' } = useParams({ strict: false });
  const conflict = useCoreQuery(['dossiers', 'conflict', dossierId], (client) =>
    client.conflicts.get({ dossierId }),
  );
  const problems = problemsOf(conflict.error);
  const back = (
    <Anchor component={Link} to={`/ho-so/${dossierId}`} size="sm">
      Mở hồ sơ
    </Anchor>
  );
  if (problems.some((each) => each.code === 'sync/no-conflict')) {
    return (
      <>
        <PageHeader title="So sánh hai bản" />
        <EmptyState title="Không còn gì cần chọn" action={back}>
          Hồ sơ này không có việc nào chờ bạn giải quyết.
        </EmptyState>
      </>
    );
  }
  if (conflict.error) return <Problems problems={problems} title="Không mở được" />;
  if (!conflict.data) return <LoadingPlace height={320} label="Đang so sánh hai bản" />;
  return (
    <>
      <PageHeader
        title={titleOf(conflict.data)}
        subtitle={
          <>
            Hồ sơ {conflict.data.code} cho <strong>{conflict.data.subject}</strong>
          </>
        }
        actions={back}
      />
      <Compared key={conflict.data.seen} conflict={conflict.data} />
    </>
  );
}

function titleOf({ kind }: Conflict): string {
  return kind === 'refused' ? 'Sửa và gửi lại' : 'So sánh hai bản';
}

function Compared({ conflict }: { readonly conflict: Conflict }) {
  const { choices, kind, mine, reason, theirs } = conflict;
  const corrects = kind === 'refused' && choices.includes('fields');
  return (
    <>
      <Alert
        color={kind === 'refused' ? 'red' : 'yellow'}
        variant="outline"
        title={kind === 'refused' ? 'Thành phố từ chối' : 'Hai máy cùng làm hồ sơ này'}
        mb="md"
      >
        {reason}
      </Alert>
      <VersionSteps mine={mine.steps} theirs={theirs.steps} />
      {corrects ? <CorrectRefused conflict={conflict} /> : null}
      {!corrects && choices.length > 0 ? <ChooseVersion conflict={conflict} /> : null}
      {choices.length === 0 ? (
        <Text size="sm">
          Việc này cần người có quyền làm các bước trên, hoặc giải quyết số ở màn hình Sổ hộ tịch.
        </Text>
      ) : null}
    </>
  );
}
