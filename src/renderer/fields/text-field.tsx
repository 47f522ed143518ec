import { TextInput } from '@mantine/core';
import type { HTMLAttributes } from 'react';
import type { FieldKind } from '#shared/forms/field.ts';
import { normaliseValue } from '#shared/forms/normalise-value.ts';
import { errorText, notesOf } from './field-message.tsx';
import type { FieldProps } from './field-props.ts';
import { asText } from './read-value.ts';
import { useTypedText } from './typed-text.ts';

type Look = {
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly placeholder?: string;
};

const looks: Partial<Record<FieldKind, Look>> = {
  phone: { inputMode: 'tel', placeholder: '0912345678' },
  email: { inputMode: 'email', placeholder: 'ten@vidu.vn' },
  time: { inputMode: 'numeric', placeholder: '07:30' },
  integer: { inputMode: 'numeric' },
};

/** One-line kinds: text, phone, email, time, whole number. Tidied on leaving, never while typing. */
export function TextField({ field, id, value, problems, required, onChange }: FieldProps) {
  const { text, put } = useTypedText(value, asText, (next) => onChange(field.key, next));
  return (
    <TextInput
      id={id}
      label={field.label}
      value={text}
      onChange={(event) => put(event.currentTarget.value, event.currentTarget.value || undefined)}
      onBlur={() => {
        const tidy = normaliseValue(field.kind, text);
        put(asText(tidy), asText(tidy) === '' ? undefined : tidy);
      }}
      error={errorText(problems)}
      description={notesOf(field.hint, problems)}
      withAsterisk={required}
      aria-required={required}
      autoComplete="off"
      spellCheck={false}
      {...(field.maxLength === undefined ? {} : { maxLength: field.maxLength })}
      {...looks[field.kind]}
    />
  );
}
