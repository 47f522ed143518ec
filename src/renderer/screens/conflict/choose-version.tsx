import { Button, Group, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSubmitHotkey } from '#renderer/shell/use-submit-hotkey.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Problem } from '#shared/kernel/problem.ts';
import { type Conflict, changedSide, type Side } from './conflict.ts';
import { FieldChoice } from './field-choice.tsx';
import { ResultPreview } from './result-preview.tsx';
import { useResolving } from './use-resolving.ts';

const FORM = 'choose-version';

/** Keep this side, keep that side, or choose field by field; what is checked is what the dossier will say. */
export function ChooseVersion({ conflict }: { readonly conflict: Conflict }) {
  const { choices, fields } = conflict;
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { resolve, pending, problems } = useResolving(conflict);
  const byField = choices.includes('fields') && fields.length > 0;
  const sideOf = (key: string): Side | undefined => {
    const field = fields.find((each) => each.key === key);
    return chosen[key] ?? (field && changedSide(field));
  };
  const open = fields.filter(({ key }) => sideOf(key) === undefined);
  const missing: readonly Problem[] = tried
    ? open.map(({ key, label }) => ({
        code: 'dossier/conflict',
        severity: 'error',
        message: `“${label}”: chưa chọn bản nào.`,
        field: `choice-${key}`,
      }))
    : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!byField || open.length > 0) return;
    const taken = fields.flatMap(({ key }) => {
      const side = sideOf(key);
      return side ? [[key, side] as const] : [];
    });
    void resolve({ choice: 'fields', fields: Object.fromEntries(taken), note });
  };
  useSubmitHotkey(FORM);
  return (
    <form id={FORM} onSubmit={submit} noValidate>
      {fields.length === 0 ? null : (
        <>
          <Title order={2} size="h5" mb="xs">
            Nội dung khai khác nhau
          </Title>
          <Problems problems={missing} title="Còn trường chưa chọn" onGoTo={focusChoice} />
          {fields.map((field) => (
            <FieldChoice
              key={field.key}
              field={field}
              procedure={conflict.procedure}
              side={sideOf(field.key)}
              readOnly={!byField}
              onChoose={(side) => setChosen((before) => ({ ...before, [field.key]: side }))}
            />
          ))}
          {byField ? <ResultPreview conflict={conflict} sideOf={sideOf} /> : null}
        </>
      )}
      <Textarea
        label="Ghi chú"
        description="Lý do chọn, lưu trong lịch sử hồ sơ; có thể bỏ trống."
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        mb="sm"
      />
      <Problems problems={problems} title="Chưa lưu được" />
      <Group gap="sm" mt="sm">
        {byField ? (
          <Button type="submit" loading={pending}>
            Lưu theo từng trường đã chọn
          </Button>
        ) : null}
        {choices.includes('mine') ? (
          <Button variant="default" loading={pending} onClick={() => void resolve({ choice: 'mine', note })}>
            Giữ bản của máy này
          </Button>
        ) : null}
        {choices.includes('theirs') ? (
          <Button
            variant="default"
            loading={pending}
            onClick={() => void resolve({ choice: 'theirs', note })}
          >
            Giữ bản của thành phố
          </Button>
        ) : null}
      </Group>
    </form>
  );
}

function focusChoice(id: string): void {
  document.querySelector<HTMLInputElement>(`fieldset[data-key="${CSS.escape(id)}"] input`)?.focus();
}
