import { Alert, Anchor, Paper, Skeleton, Stack, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { ActionBar } from './actions/action-bar.tsx';
import { DeclaredFacts } from './declared-facts.tsx';
import { DossierDocuments } from './dossier-documents.tsx';
import { DossierFiles } from './dossier-files.tsx';
import { DossierHeader } from './dossier-header.tsx';
import classes from './dossier-screen.module.css';
import { DossierTimeline } from './dossier-timeline.tsx';
import type { DossierView } from './dossier-view.ts';
import { FeeCard } from './fee-card.tsx';

/** Route `/ho-so/$dossierId`. */
export function DossierScreen() {
  const { dossierId = '' } = useParams({ strict: false });
  const dossier = useCoreQuery(['dossiers', 'one', dossierId], (client) =>
    client.dossiers.get({ dossierId }),
  );
  if (dossier.data) return <Dossier key={dossierId} view={dossier.data} />;
  if (dossier.error) return <Problems problems={problemsOf(dossier.error)} title="Không mở được hồ sơ" />;
  return (
    <Stack aria-label="Đang mở hồ sơ" aria-busy>
      <Skeleton height={56} />
      <Skeleton height={320} />
    </Stack>
  );
}

function Dossier({ view }: { readonly view: DossierView }) {
  return (
    <>
      <DossierHeader view={view} />
      {view.refusalProposed === '' ? null : (
        <Alert color="yellow" variant="outline" title="Đã đề xuất từ chối, chờ lãnh đạo quyết định" mb="md">
          {view.refusalProposed}
        </Alert>
      )}
      {view.sync === 'needs-you' || view.sync === 'refused' ? <StoppedNotice view={view} /> : null}
      <div className={classes.actions}>
        <ActionBar view={view} />
      </div>
      <div className={classes.columns}>
        <Card title="Nội dung khai">
          <DeclaredFacts view={view} />
        </Card>
        <Stack gap="md">
          <Card title="Giấy tờ in">
            <DossierDocuments view={view} />
          </Card>
          <Card title="Tệp đính kèm">
            <DossierFiles view={view} />
          </Card>
          <Card title="Phí, lệ phí">
            <FeeCard view={view} />
          </Card>
          <Card title="Quá trình giải quyết">
            <DossierTimeline view={view} />
          </Card>
        </Stack>
      </div>
    </>
  );
}

/** What the city did not take waits for a person, whoever did it. */
function StoppedNotice({ view }: { readonly view: DossierView }) {
  const refused = view.sync === 'refused';
  return (
    <Alert
      color={refused ? 'red' : 'yellow'}
      variant="outline"
      title={refused ? 'Thành phố từ chối một việc của hồ sơ này' : 'Hồ sơ có hai bản khác nhau'}
      mb="md"
    >
      <Anchor component={Link} to={`/xung-dot/${view.dossierId}`} size="sm">
        {refused ? 'Sửa và gửi lại' : 'So sánh hai bản và chọn'}
      </Anchor>
    </Alert>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
