import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { EntryContent } from '#renderer/screens/register/entry-content.tsx';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { entryNumberText } from '#shared/registers/entry.ts';
import type { ActionFormProps } from './action-form.ts';

/** Shows what would be written, under which number, before it is written. */
export function EntryForm({ formId, view, onSubmit }: ActionFormProps) {
  const proposal = useCoreQuery(['register', 'proposal', view.dossierId, view.version], (client) =>
    client.register.proposal({ dossierId: view.dossierId }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (proposal.data) onSubmit({ kind: 'entry-registered' });
  };
  return (
    <form id={formId} onSubmit={submit} noValidate tabIndex={-1} data-autofocus style={{ outline: 'none' }}>
      {proposal.isPending ? <LoadingPlace height={200} label="Đang lập dự thảo vào sổ" /> : null}
      {proposal.error ? (
        <Stack gap="xs">
          <Problems problems={problemsOf(proposal.error)} title="Chưa vào sổ được" />
          <Anchor component={Link} to="/so">
            Mở màn hình Sổ hộ tịch
          </Anchor>
        </Stack>
      ) : null}
      {proposal.data ? (
        <Stack gap="sm">
          <Text>
            {proposal.data.title}, số dự kiến <strong>{entryNumberText(proposal.data)}</strong>. Số chính thức
            được cấp khi xác nhận.
          </Text>
          <EntryContent
            columns={proposal.data.columns}
            boxes={proposal.data.boxes}
            notes={proposal.data.notes}
          />
        </Stack>
      ) : null}
    </form>
  );
}
