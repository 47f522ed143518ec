import { Text } from '@mantine/core';
import type { Problem } from '#shared/kernel/problem.ts';

/** The error of a field, joined; undefined when there is none, so that the input is not marked invalid. */
export function errorText(problems: readonly Problem[]): string | undefined {
  const errors = problems.filter((each) => each.severity === 'error');
  return errors.length === 0 ? undefined : errors.map((each) => each.message).join(' ');
}

type NotesProps = { readonly hint?: string | undefined; readonly problems: readonly Problem[] };

/** What stands under an input beside its error: warnings and notices in words, and the hint of the paper form. */
export function FieldNotes({ hint, problems }: NotesProps) {
  const others = problems.filter((each) => each.severity !== 'error');
  return (
    <>
      {hint === undefined ? null : <span>{hint}</span>}
      {others.map((each) => (
        <Text key={each.message} component="span" display="block" size="xs" fw={500} c="var(--note-ink)">
          {each.severity === 'warning' ? 'Cần xem lại: ' : ''}
          {each.message}
        </Text>
      ))}
    </>
  );
}

/** Notes as Mantine's description, or nothing at all: an empty description would be read out. */
export function notesOf(hint: string | undefined, problems: readonly Problem[]) {
  const silent = hint === undefined && problems.every((each) => each.severity === 'error');
  return silent ? undefined : <FieldNotes hint={hint} problems={problems} />;
}
