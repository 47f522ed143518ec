import { Checkbox } from '@mantine/core';
import { RadioChoice } from './choice-field.tsx';
import { errorText, notesOf } from './field-message.tsx';
import type { FieldProps } from './field-props.ts';

const answers = [
  { value: 'true', label: 'Có' },
  { value: 'false', label: 'Không' },
] as const;

/** A tick when the form starts with an answer; a question with two answers when it must be asked. */
export function YesNoField(props: FieldProps) {
  const { field, id, value, problems, required, onChange } = props;
  if (required || field.initial === undefined) {
    return (
      <RadioChoice
        {...props}
        value={typeof value === 'boolean' ? String(value) : ''}
        choices={answers}
        onChoose={(answer) => onChange(field.key, answer === 'true')}
      />
    );
  }
  return (
    <Checkbox
      id={id}
      mt="1.9rem"
      label={field.label}
      checked={value === true}
      onChange={(event) => onChange(field.key, event.currentTarget.checked)}
      error={errorText(problems)}
      description={notesOf(field.hint, problems)}
    />
  );
}
