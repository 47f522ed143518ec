import { Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { FormRenderer } from '#renderer/fields/form-renderer.tsx';
import { useFormFacts } from '#renderer/fields/use-form-facts.ts';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { knownProblems } from '#renderer/host-client/problems-of.ts';
import { useSession } from '#renderer/shell/session.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import type { ActionFormProps } from './action-form.ts';

/** The declaration's own form, filled with what was declared. */
export function CorrectDeclarationForm(props: ActionFormProps) {
  const procedure = findProcedure(props.view.procedure);
  if (!procedure) return <Text>Thủ tục này chưa có trong phiên bản đang dùng nên chưa sửa được.</Text>;
  return <Correction procedure={procedure} {...props} />;
}

const TYPING_PAUSE_MS = 300;

function Correction({ procedure, formId, view, onSubmit }: ActionFormProps & { procedure: AnyProcedure }) {
  const { status } = useSession();
  const { facts, set } = useFormFacts(view.facts);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [settled] = useDebouncedValue(facts, TYPING_PAUSE_MS);
  const check = useCoreQuery(
    ['dossiers', 'check', view.dossierId, settled],
    (client) =>
      client.dossiers.check({ procedure: procedure.id, facts: settled, components: view.components }),
    { keepPrevious: true },
  );
  const problems = knownProblems(check.data?.problems ?? []).filter((each) => each.field !== undefined);
  const errors = problems.filter((each) => each.severity === 'error');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || errors.length > 0) return;
    onSubmit({ kind: 'declaration-corrected', facts, reason: reason.trim().normalize('NFC') });
  };
  return (
    <form id={formId} onSubmit={submit} noValidate tabIndex={-1} data-autofocus style={{ outline: 'none' }}>
      <Stack gap="sm">
        {tried ? <Problems problems={errors} /> : null}
        <FormRenderer
          form={procedure.form}
          facts={facts}
          problems={problems}
          onChange={set}
          today={status.today}
        />
        <Textarea
          label="Lý do sửa"
          withAsterisk
          autosize
          minRows={2}
          error={tried && reason.trim() === '' ? 'Chưa nhập lý do sửa.' : undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </form>
  );
}
