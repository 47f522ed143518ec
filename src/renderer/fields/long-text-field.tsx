import { Textarea } from '@mantine/core';
import { normaliseValue } from '#shared/forms/normalise-value.ts';
import { errorText, notesOf } from './field-message.tsx';
import type { FieldProps } from './field-props.ts';
import { asText } from './read-value.ts';
import { useTypedText } from './typed-text.ts';

export function LongTextField({ field, id, value, problems, required, onChange }: FieldProps) {
  const { text, put } = useTypedText(value, asText, (next) => onChange(field.key, next));
  return (
    <Textarea
      id={id}
      label={field.label}
      value={text}
      rows={3}
      onChange={(event) => put(event.currentTarget.value, event.currentTarget.value || undefined)}
      onBlur={() => {
        const tidy = asText(normaliseValue('long-text', text));
        put(tidy, tidy || undefined);
      }}
      error={errorText(problems)}
      description={notesOf(field.hint, problems)}
      withAsterisk={required}
      aria-required={required}
      spellCheck={false}
      {...(field.maxLength === undefined ? {} : { maxLength: field.maxLength })}
    />
  );
}
