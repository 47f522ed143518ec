import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { dateReading, readDate, shownDate, stepDate } from './date-text.ts';
import { useTypedText } from './typed-text.ts';

type DateInputProps = {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: string | undefined) => void;
  /** `t` on its own means today; not where a birth date is asked. */
  readonly today?: string | undefined;
  readonly error?: string | undefined;
  readonly description?: ReactNode;
  readonly required?: boolean;
};

/**
 * A date typed as clerks type it: 01/02/1990, 1/2/1990, 01021990, 02/1990, 1990. Read on leaving or Enter, echoed
 * in full with its reading in words; what cannot be read stays as typed. Never guesses a day.
 */
export function DateInput(props: DateInputProps) {
  const { id, label, value, today } = props;
  const { text, put } = useTypedText<unknown>(value, shownDate, (next) =>
    props.onChange(typeof next === 'string' ? next : undefined),
  );

  function read(): void {
    const typed = today !== undefined && text.trim().toLowerCase() === 't' ? today : readDate(text);
    put(shownDate(typed), typed);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') read();
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const next = step === 0 || event.altKey ? undefined : stepDate(value, step);
    if (!next) return;
    event.preventDefault();
    put(shownDate(next), next);
  }

  const reading = dateReading(value);
  const notes = props.description;
  return (
    <TextInput
      id={id}
      label={label}
      value={text}
      inputMode="numeric"
      placeholder="dd/mm/yyyy"
      autoComplete="off"
      onChange={(event) => put(event.currentTarget.value, event.currentTarget.value || undefined)}
      onBlur={read}
      onKeyDown={onKeyDown}
      error={props.error}
      description={
        reading === '' && notes === undefined ? undefined : (
          <>
            {reading === '' ? null : <span data-testid={`${id}-reading`}>{reading}. </span>}
            {notes}
          </>
        )
      }
      withAsterisk={props.required ?? false}
      aria-required={props.required ?? false}
      rightSection={<CalendarButton value={value} onPick={(date) => put(shownDate(date), date)} />}
    />
  );
}

type CalendarButtonProps = {
  readonly value: unknown;
  readonly onPick: (date: string) => void;
};

/** The machine's own calendar, for the mouse only: it stays out of the tab order of the form. */
function CalendarButton({ value, onPick }: CalendarButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  const full = stepDate(value, 0) ?? '';
  return (
    <>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={full}
        onChange={(event) => {
          if (event.currentTarget.value !== '') onPick(event.currentTarget.value);
        }}
        style={{ position: 'absolute', width: 1, height: 1, opacity: 0, pointerEvents: 'none' }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        tabIndex={-1}
        aria-label="Mở lịch"
        onClick={() => picker.current?.showPicker()}
      >
        <IconCalendar size={18} aria-hidden />
      </ActionIcon>
    </>
  );
}
