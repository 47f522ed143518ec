import { Group, NativeSelect, Radio } from '@mantine/core';
import type { Choice } from '#shared/forms/field.ts';
import { errorText, notesOf } from './field-message.tsx';
import type { FieldProps } from './field-props.ts';
import { asText } from './read-value.ts';

const MOST_RADIOS = 4;
const LONGEST_ROW = 70;

/** Few short choices stand open as radios; more, or a choice that may be left out, are a list. */
export function ChoiceField(props: FieldProps) {
  const choices = props.field.choices ?? [];
  const length = choices.reduce((sum, choice) => sum + choice.label.length, 0);
  const open = props.required && choices.length <= MOST_RADIOS && length <= LONGEST_ROW;
  return open ? (
    <RadioChoice {...props} choices={choices} onChoose={(value) => props.onChange(props.field.key, value)} />
  ) : (
    <ListChoice {...props} choices={choices} />
  );
}

type RadioChoiceProps = Omit<FieldProps, 'onChange' | 'today'> & {
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
};

export function RadioChoice({ field, id, value, problems, required, choices, onChoose }: RadioChoiceProps) {
  return (
    <Radio.Group
      id={id}
      name={id}
      label={field.label}
      value={asText(value)}
      onChange={onChoose}
      error={errorText(problems)}
      description={notesOf(field.hint, problems)}
      withAsterisk={required}
    >
      <Group gap="md" mih={36}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </Group>
    </Radio.Group>
  );
}

function ListChoice({
  field,
  id,
  value,
  problems,
  required,
  choices,
  onChange,
}: FieldProps & { readonly choices: readonly Choice[] }) {
  return (
    <NativeSelect
      id={id}
      label={field.label}
      value={asText(value)}
      onChange={(event) => onChange(field.key, event.currentTarget.value || undefined)}
      data={[{ value: '', label: required ? '– Chọn –' : '– Không –' }, ...choices]}
      error={errorText(problems)}
      description={notesOf(field.hint, problems)}
      withAsterisk={required}
      aria-required={required}
    />
  );
}
