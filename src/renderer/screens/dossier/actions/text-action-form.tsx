import { Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ActionFormProps } from './action-form.ts';
import { type TextActionKind, textActionOf } from './text-actions.ts';

type TextActionFormProps = ActionFormProps & { readonly kind: TextActionKind };

export function TextActionForm({ kind, formId, view, onSubmit }: TextActionFormProps) {
  const { parts, build } = textActionOf(kind);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(parts.map((part) => [part.name, part.initial?.(view) ?? ''])),
  );
  const [tried, setTried] = useState(false);
  const textOf = (name: string): string => (texts[name] ?? '').trim().normalize('NFC');
  const missing = (part: (typeof parts)[number]): boolean =>
    part.required === true && textOf(part.name) === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!parts.some(missing)) onSubmit(build(textOf));
  };
  return (
    <form id={formId} onSubmit={submit} noValidate>
      <Stack gap="sm">
        {parts.map((part, index) => (
          <Textarea
            key={part.name}
            label={part.label}
            description={part.hint}
            withAsterisk={part.required ?? false}
            aria-required={part.required ?? false}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            data-autofocus={index === 0 || undefined}
            error={tried && missing(part) ? `Chưa nhập “${part.label}”.` : undefined}
            value={texts[part.name] ?? ''}
            onChange={(event) => {
              const value = event.currentTarget.value;
              setTexts((before) => ({ ...before, [part.name]: value }));
            }}
          />
        ))}
      </Stack>
    </form>
  );
}
