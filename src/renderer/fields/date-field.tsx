import { DateInput } from './date-input.tsx';
import { errorText, notesOf } from './field-message.tsx';
import type { FieldProps } from './field-props.ts';

/** Full and partial dates: which of them is enough is validation's to say. */
export function DateField({ field, id, value, problems, required, onChange, today }: FieldProps) {
  const aboutBirth = field.kind === 'partial-date' || field.card === 'birth-date' || /birth/i.test(field.key);
  return (
    <DateInput
      id={id}
      label={field.label}
      value={value}
      onChange={(next) => onChange(field.key, next)}
      today={aboutBirth ? undefined : today}
      error={errorText(problems)}
      description={notesOf(field.hint, problems)}
      required={required}
    />
  );
}
