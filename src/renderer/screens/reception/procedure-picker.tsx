import { Kbd, Paper, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { procedures } from '#shared/procedures/procedures.generated.ts';
import { matchProcedures } from './match-procedures.ts';
import classes from './procedure-picker.module.css';

type ProcedurePickerProps = {
  readonly onPick: (procedure: AnyProcedure) => void;
  readonly pending: boolean;
};

/** Type a few letters of the name, ↑↓ to choose, Enter to start. */
export function ProcedurePicker({ onPick, pending }: ProcedurePickerProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const found = matchProcedures(procedures, typed);
  const current = Math.min(chosen, found.length - 1);

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen(Math.max(0, Math.min(found.length - 1, current + step)));
    }
    const procedure = found[current];
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && procedure && !pending) onPick(procedure);
  }

  return (
    <>
      <TextInput
        label="Chọn thủ tục"
        description={
          <>
            Gõ tên không cần dấu, ví dụ “khai sinh”. <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> để chọn,{' '}
            <Kbd size="xs">Enter</Kbd> để bắt đầu.
          </>
        }
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(found.length > 0 ? { 'aria-activedescendant': `${listId}-${current}` } : {})}
      />
      <Paper withBorder mt="xs" id={listId} role="listbox" aria-label="Thủ tục">
        {found.map((procedure, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts on the combobox above, as ARIA's listbox pattern asks
          <div
            key={procedure.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={classes.option}
            onClick={() => onPick(procedure)}
          >
            <Text fw={600}>{procedure.name}</Text>
            <Text size="xs" c="dimmed">
              Mã {procedure.code}
            </Text>
          </div>
        ))}
      </Paper>
      {found.length === 0 ? (
        <Text role="status" mt="xs">
          Không có thủ tục nào khớp “{typed}”. Hãy gõ ít chữ hơn.
        </Text>
      ) : null}
    </>
  );
}
