import { Button, Group, Text } from '@mantine/core';
import { type FormEvent, useEffect } from 'react';
import { FormRenderer } from '#renderer/fields/form-renderer.tsx';
import { useFormFacts } from '#renderer/fields/use-form-facts.ts';
import { useSession } from '#renderer/shell/session.ts';
import { useSubmitHotkey } from '#renderer/shell/use-submit-hotkey.ts';
import { focusField } from '#renderer/ui/focus-field.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import type { Conflict } from './conflict.ts';
import { useResolving } from './use-resolving.ts';

const FORM = 'correct-refused';

type CorrectRefusedProps = { readonly conflict: Conflict };

/** The refused declaration in its own form, with the city's reason beside the field it is about. */
export function CorrectRefused({ conflict }: CorrectRefusedProps) {
  const procedure = findProcedure(conflict.procedure);
  if (!procedure) return <Text>Thủ tục này chưa có trong phiên bản đang dùng nên chưa sửa được.</Text>;
  return <Correction conflict={conflict} procedure={procedure} />;
}

function Correction({ conflict, procedure }: CorrectRefusedProps & { readonly procedure: AnyProcedure }) {
  const { status } = useSession();
  const { facts, set } = useFormFacts(conflict.mine.facts);
  const { resolve, pending, problems } = useResolving(conflict);
  const { field, reason } = conflict;
  const before: readonly Problem[] =
    field === '' ? [] : [problem('city/invalid-facts', 'error', reason, field)];
  const shown = problems.length > 0 ? problems : before;
  useEffect(() => {
    if (field !== '') focusField(field);
  }, [field]);
  useSubmitHotkey(FORM);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void resolve({ choice: 'fields', facts, note: '' });
  };
  return (
    <form id={FORM} onSubmit={submit} noValidate>
      <Problems problems={problems} title="Chưa gửi lại được" />
      <FormRenderer
        form={procedure.form}
        facts={facts}
        problems={shown.filter((each) => each.field !== undefined)}
        onChange={set}
        today={status.today}
      />
      <Group gap="sm" mt="md">
        <Button type="submit" loading={pending}>
          Sửa và gửi lại
        </Button>
        {conflict.choices.includes('theirs') ? (
          <Button
            variant="default"
            loading={pending}
            onClick={() => void resolve({ choice: 'theirs', note: '' })}
          >
            Bỏ việc này
          </Button>
        ) : null}
      </Group>
    </form>
  );
}
