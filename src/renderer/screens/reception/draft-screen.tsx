import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useCore } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { problem } from '#shared/kernel/problem.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { DeclarationForm } from './declaration-form.tsx';

/** Route `/tiep-nhan/$draftId`. */
export function DraftScreen() {
  const { draftId } = useParams({ from: '/tiep-nhan/$draftId' });
  const core = useCore();
  const navigate = useNavigate();
  const [opening, setOpening] = useState(0);
  // The form starts from the answer of its opening: later answers must not replace what is being typed.
  const draft = useQuery({
    queryKey: ['opened-draft', draftId, opening],
    queryFn: () => core.drafts.get({ draftId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (draft.isPending) return <LoadingPlace height="60vh" label="Đang mở bản nháp" />;
  const procedure = draft.data && findProcedure(draft.data.procedure);
  if (!draft.data || !procedure) {
    const problems = draft.data
      ? [
          problem(
            'field/unknown',
            'error',
            'Ứng dụng này chưa có thủ tục của bản nháp. Hãy cập nhật ứng dụng.',
          ),
        ]
      : problemsOf(draft.error);
    return (
      <Stack maw="40rem">
        <Problems problems={problems} title="Không mở được bản nháp" />
        <Button onClick={() => void navigate({ to: '/tiep-nhan' })}>Về màn hình tiếp nhận</Button>
      </Stack>
    );
  }
  return (
    <DeclarationForm
      key={`${draftId}-${opening}`}
      draft={draft.data}
      procedure={procedure}
      onReload={() => setOpening(opening + 1)}
      newestRevision={() =>
        core.drafts.get({ draftId }).then(
          ({ revision }) => revision,
          () => undefined,
        )
      }
    />
  );
}
