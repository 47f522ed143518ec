import { Checkbox, Group, TextInput } from '@mantine/core';
import { normaliseCopies } from '#shared/forms/normalise-group.ts';
import { errorText, notesOf } from './field-message.tsx';
import type { FieldProps } from './field-props.ts';
import { partsOf } from './read-value.ts';

/** Whether copies are asked for, and how many. */
export function CopiesField({ field, id, value, problems, onChange }: FieldProps) {
  const wanted = normaliseCopies(value)?.wanted ?? false;
  const count = partsOf(value)('count');
  return (
    <Group align="flex-start" gap="md">
      <Checkbox
        id={id}
        mt="1.9rem"
        label={field.label}
        description={notesOf(field.hint, problems)}
        checked={wanted}
        onChange={(event) =>
          onChange(field.key, event.currentTarget.checked ? { wanted: true, count: 1 } : undefined)
        }
      />
      {wanted ? (
        <TextInput
          id={`${id}-count`}
          w="7rem"
          label="Số lượng"
          inputMode="numeric"
          value={count}
          error={errorText(problems)}
          onChange={(event) =>
            onChange(field.key, { wanted: true, count: readCount(event.currentTarget.value) })
          }
          autoComplete="off"
        />
      ) : null}
    </Group>
  );
}

function readCount(text: string): number | string {
  return /^\d{1,2}$/.test(text.trim()) ? Number(text) : text;
}
