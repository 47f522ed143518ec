import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { invalidateTopic, useCoreMutation } from '#renderer/host-client/core.ts';
import { useSubmitHotkey } from '#renderer/shell/use-submit-hotkey.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { eventLabels } from '#shared/dossiers/event-labels.ts';
import type { Action, ActionKind, DossierView } from '../dossier-view.ts';
import { ActionFields } from './action-fields.tsx';
import { lookOf } from './action-looks.ts';

type ActionDialogProps = {
  readonly kind: ActionKind;
  readonly view: DossierView;
  readonly onClose: () => void;
};

const wide: readonly ActionKind[] = ['supplement-requested', 'declaration-corrected', 'entry-registered'];

/**
 * Asks for an action's own fields and tells the core. What the person looked at is named by its version: when a
 * colleague changed the dossier meanwhile, the dialog says so and asks to look again before going on.
 */
export function ActionDialog({ kind, view, onClose }: ActionDialogProps) {
  const formId = useId();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(view.version);
  const [sent, setSent] = useState(false);
  const act = useCoreMutation(
    (client, action: Action) => client.dossiers.act({ dossierId: view.dossierId, seen, action }),
    ['dossiers', 'sync', 'register'],
  );
  const label = eventLabels[kind];
  const { explanation, danger } = lookOf(kind);
  const changed = !sent && view.version !== seen;
  const gone = changed && !view.actions.includes(kind);

  const submit = async (action: Action): Promise<void> => {
    if (changed) return;
    setSent(true);
    const result = await act.run(action);
    if (!result.ok) {
      setSent(false);
      if (result.error.some((each) => each.code === 'dossier/changed')) {
        await invalidateTopic(queries, 'dossiers');
      }
      return;
    }
    notifications.show({ color: 'green', title: label, message: 'Đã ghi trên máy này.' });
    onClose();
  };
  useSubmitHotkey(formId);

  return (
    <Modal opened onClose={onClose} title={label} size={wide.includes(kind) ? '64rem' : 'lg'}>
      <Stack gap="md">
        <Text size="sm">{explanation}</Text>
        {changed ? (
          <Alert role="alert" color="yellow" variant="outline" title="Hồ sơ vừa được người khác thay đổi">
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{lastChange(view)}</Text>
              {gone ? (
                <Text size="sm">Thao tác này không còn làm được ở trạng thái hiện tại của hồ sơ.</Text>
              ) : (
                <Button size="xs" variant="default" onClick={() => setSeen(view.version)}>
                  Đã xem, làm tiếp trên bản mới
                </Button>
              )}
            </Stack>
          </Alert>
        ) : null}
        <Problems problems={act.problems} title="Chưa thực hiện được" />
        <ActionFields kind={kind} formId={formId} view={view} onSubmit={(action) => void submit(action)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Quay lại
          </Button>
          <Button
            type="submit"
            form={formId}
            loading={act.pending}
            disabled={changed}
            aria-keyshortcuts="Control+Enter"
            rightSection={<KeyHint keys="Ctrl+Enter" />}
            {...(danger ? { color: 'red.9' } : {})}
          >
            {label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function lastChange(view: DossierView): string {
  const last = view.timeline.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  return last ? `${last.text} – ${last.actor}` : '';
}
