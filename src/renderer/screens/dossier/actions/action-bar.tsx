import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { shownKeys } from '#renderer/shell/hotkeys.ts';
import { useHotkey } from '#renderer/shell/use-hotkey.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { eventLabels } from '#shared/dossiers/event-labels.ts';
import type { ActionKind, DossierView } from '../dossier-view.ts';
import { ActionDialog } from './action-dialog.tsx';
import { isActionKind, lookOf } from './action-looks.ts';

/** What this person may do to the dossier now, the next step first. Ctrl+Enter starts the next step. */
export function ActionBar({ view }: { readonly view: DossierView }) {
  const [chosen, setChosen] = useState<ActionKind | undefined>();
  const allowed = view.actions.filter(isActionKind);
  const next = allowed.find((kind) => lookOf(kind).forward === true);
  const kinds = next === undefined ? allowed : [next, ...allowed.filter((kind) => kind !== next)];
  useHotkey('submit', () => setChosen(next), next !== undefined && chosen === undefined);
  return (
    <>
      {kinds.length === 0 ? (
        <Text size="sm" c="dimmed">
          {view.lateness === 'closed'
            ? 'Hồ sơ đã kết thúc.'
            : 'Tài khoản của bạn không có việc nào với hồ sơ ở bước này.'}
        </Text>
      ) : (
        <Group gap="xs" role="group" aria-label="Việc làm được với hồ sơ">
          {kinds.map((kind) => (
            <ActionButton
              key={kind}
              kind={kind}
              first={kind === next}
              idle={chosen === undefined}
              onChoose={setChosen}
            />
          ))}
        </Group>
      )}
      {chosen === undefined ? null : (
        <ActionDialog kind={chosen} view={view} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}

type ActionButtonProps = {
  readonly kind: ActionKind;
  readonly first: boolean;
  /** No dialog is open: shortcuts start an action. */
  readonly idle: boolean;
  readonly onChoose: (kind: ActionKind) => void;
};

function ActionButton({ kind, first, idle, onChoose }: ActionButtonProps) {
  const { hotkey } = lookOf(kind);
  useHotkey(hotkey ?? 'submit', () => onChoose(kind), idle && hotkey !== undefined);
  const keys = hotkey !== undefined ? shownKeys(hotkey) : first ? shownKeys('submit') : undefined;
  return (
    <Button
      size="sm"
      variant={first ? 'filled' : 'default'}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys, rightSection: <KeyHint keys={keys} /> })}
      onClick={() => onChoose(kind)}
    >
      {eventLabels[kind]}
    </Button>
  );
}
