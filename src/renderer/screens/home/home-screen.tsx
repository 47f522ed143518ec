import { Button, SimpleGrid, Stack, Title } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { DraftList } from '#renderer/screens/reception/draft-list.tsx';
import { WorklistCounts } from '#renderer/screens/worklists/worklist-counts.tsx';
import { useSession } from '#renderer/shell/session.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { mayDo } from '#shared/dossiers/permissions.ts';
import { SyncAttention } from './sync-attention.tsx';

/** Route `/`: what waits for this person today, and what was left unfinished. */
export function HomeScreen() {
  const { me, status } = useSession();
  const navigate = useNavigate();
  const receives = mayDo(me.roles, 'dossier-received');
  return (
    <>
      <PageHeader
        title={`Chào ${me.fullName}`}
        subtitle={status.office.desk}
        actions={
          receives ? (
            <Button
              leftSection={<IconFilePlus size={18} aria-hidden />}
              rightSection={<KeyHint keys="Ctrl+N" />}
              aria-keyshortcuts="Control+N Alt+N"
              onClick={() => void navigate({ to: '/tiep-nhan' })}
            >
              Tiếp nhận hồ sơ
            </Button>
          ) : null
        }
      />
      <Stack>
        <SyncAttention />
        <section aria-labelledby="worklists-title">
          <Title order={2} size="h5" id="worklists-title" mb="xs">
            Việc đang chờ
          </Title>
          <WorklistCounts roles={me.roles} />
        </section>
        {receives ? (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <DraftList />
          </SimpleGrid>
        ) : null}
      </Stack>
    </>
  );
}
