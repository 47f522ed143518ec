import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useSession } from '#renderer/shell/session.ts';
import { NoDossiers } from '#renderer/ui/no-dossiers.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { maySeeDossiers } from '#shared/dossiers/permissions.ts';
import { WorklistTable } from './worklist-table.tsx';
import { WorklistTabs } from './worklist-tabs.tsx';
import { firstWorklist, isWorklist, worklists } from './worklists.ts';

const TYPING_PAUSE_MS = 200;

/** Route `/danh-sach/$worklist`. */
export function WorklistScreen() {
  const { me } = useSession();
  const { worklist = '' } = useParams({ strict: false });
  // Another list starts with a filter of its own.
  if (maySeeDossiers(me.roles)) return <Worklist key={worklist} asked={worklist} />;
  return (
    <>
      <PageHeader title="Danh sách hồ sơ" />
      <NoDossiers />
    </>
  );
}

function Worklist({ asked }: { readonly asked: string }) {
  const { me } = useSession();
  const { text: kept = '' } = useSearch({ strict: false });
  const [typed, setTyped] = useState(kept);
  const [text] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  useKeptFilter(text);
  const worklist = isWorklist(asked) ? asked : firstWorklist(me.roles);
  return (
    <>
      <PageHeader
        title={worklists[worklist].label}
        actions={
          <TextInput
            aria-label="Lọc theo họ tên, mã hồ sơ"
            placeholder="Lọc: họ tên không dấu, mã hồ sơ"
            leftSection={<IconSearch size={16} aria-hidden />}
            w="20rem"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
          />
        }
      />
      <WorklistTabs roles={me.roles} current={worklist} />
      <WorklistTable key={worklist} worklist={worklist} text={text} />
    </>
  );
}

/** Keeps the filter in the address, so that a reload and the back key bring it back. */
function useKeptFilter(text: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to: '.', search: text === '' ? {} : { text }, replace: true });
  }, [navigate, text]);
}
