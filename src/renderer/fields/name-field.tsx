import { Anchor, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fullName, normaliseName, parseName } from '#shared/people/names.ts';
import type { PersonName } from '#shared/people/person-values.ts';
import { errorText, notesOf } from './field-message.tsx';
import type { FieldProps } from './field-props.ts';
import { asName } from './read-value.ts';
import { useTypedText } from './typed-text.ts';

/** One line for the whole name; how it is split is shown and can be put right. Capitals come on leaving. */
export function NameField({ field, id, value, problems, required, onChange }: FieldProps) {
  const [splitting, setSplitting] = useState(false);
  const { text, put } = useTypedText<unknown>(value, shownName, (next) => onChange(field.key, next));
  const name = asName(value);
  return (
    <Stack gap={4}>
      <TextInput
        id={id}
        label={field.label}
        value={text}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          put(typed, typed.trim() === '' ? undefined : parseName(typed));
        }}
        onBlur={() => {
          const tidy = name && normaliseName(name);
          put(shownName(tidy), tidy && shownName(tidy) === shownName(name) ? value : tidy);
        }}
        error={errorText(problems)}
        description={notesOf(field.hint, problems)}
        withAsterisk={required}
        aria-required={required}
      />
      {name === undefined ? null : (
        <Group gap="xs">
          <Text size="xs" c="dimmed" data-testid={`${id}-split`}>
            Họ: <b>{name.family || '–'}</b> · Chữ đệm: <b>{name.middle || '–'}</b> · Tên:{' '}
            <b>{name.given || '–'}</b>
          </Text>
          <Anchor
            component="button"
            type="button"
            size="xs"
            mih={24}
            aria-expanded={splitting}
            onClick={() => setSplitting(!splitting)}
          >
            {splitting ? 'Xong' : 'Sửa cách tách'}
          </Anchor>
        </Group>
      )}
      {splitting && name !== undefined ? (
        <NameParts id={id} name={name} onChange={(next) => onChange(field.key, next)} />
      ) : null}
    </Stack>
  );
}

const parts = [
  { part: 'family', label: 'Họ' },
  { part: 'middle', label: 'Chữ đệm' },
  { part: 'given', label: 'Tên' },
] as const;

type NamePartsProps = {
  readonly id: string;
  readonly name: PersonName;
  readonly onChange: (name: PersonName) => void;
};

function NameParts({ id, name, onChange }: NamePartsProps) {
  return (
    <Group gap="xs" grow>
      {parts.map(({ part, label }) => (
        <TextInput
          key={part}
          id={`${id}-${part}`}
          size="xs"
          label={label}
          value={name[part]}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...name, [part]: event.currentTarget.value })}
        />
      ))}
    </Group>
  );
}

function shownName(value: unknown): string {
  const name = asName(value);
  return name ? fullName(name) : '';
}
