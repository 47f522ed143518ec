import { TextInput } from '@mantine/core';
import { errorText, FieldNotes } from './field-message.tsx';
import type { FieldProps } from './field-props.ts';
import { asText } from './read-value.ts';
import { useTypedText } from './typed-text.ts';

const DIGITS = 12;

/** Twelve digits, read back in groups under the input; the input itself keeps what was typed. */
export function PersonalIdField({ field, id, value, problems, required, onChange }: FieldProps) {
  const { text, put } = useTypedText(value, asText, (next) => onChange(field.key, next));
  const digits = text.replace(/[\s.-]/g, '');
  return (
    <TextInput
      id={id}
      label={field.label}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => put(event.currentTarget.value, event.currentTarget.value || undefined)}
      onBlur={() => put(digits, digits || undefined)}
      error={errorText(problems)}
      description={
        <>
          {digits === '' ? null : (
            <span data-testid={`${id}-groups`}>
              {digits.replace(/(.{3})(?=.)/gu, '$1 ')} ({digits.length}/{DIGITS}){' '}
            </span>
          )}
          <FieldNotes hint={field.hint ?? (digits === '' ? '12 chữ số' : undefined)} problems={problems} />
        </>
      }
      withAsterisk={required}
      aria-required={required}
    />
  );
}
