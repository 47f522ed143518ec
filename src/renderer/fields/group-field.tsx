import { Fieldset, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { errorText, FieldNotes } from './field-message.tsx';
import type { FieldProps } from './field-props.ts';
import classes from './form-renderer.module.css';

type GroupFieldProps = Pick<FieldProps, 'field' | 'id' | 'problems' | 'required'> & {
  readonly children: ReactNode;
};

/** A field made of several inputs: one legend, one place for its problems. */
export function GroupField({ field, id, problems, required, children }: GroupFieldProps) {
  const error = errorText(problems);
  const notesId = `${id}-notes`;
  return (
    <Fieldset
      id={id}
      className={classes.group}
      legend={
        <>
          {field.label}
          {required ? <span className={classes.star}> *</span> : null}
        </>
      }
      aria-describedby={notesId}
      data-invalid={error !== undefined || undefined}
    >
      <div className={classes.parts}>{children}</div>
      <div id={notesId}>
        {error === undefined ? null : (
          <Text size="xs" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
        <Text size="xs" c="dimmed" component="div">
          <FieldNotes hint={field.hint} problems={problems} />
        </Text>
      </div>
    </Fieldset>
  );
}
