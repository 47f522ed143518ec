import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { useHotkey } from '#renderer/shell/use-hotkey.ts';
import { focusField } from '#renderer/ui/focus-field.ts';
import { type CardGroup, groupOfField } from './card-groups.ts';
import { fillFromCard } from './fill-from-card.ts';
import { ScanCardDialog } from './scan-card-dialog.tsx';

type CardScan = {
  readonly open: boolean;
  readonly start: (group: CardGroup) => void;
  readonly dialog: ReactNode;
};

/** F4 anywhere in a form: scans a card into the person whose field has the focus, or the first of the form. */
export function useCardScan(
  groups: readonly CardGroup[],
  merge: (facts: Readonly<Record<string, unknown>>) => void,
): CardScan {
  const [group, setGroup] = useState<CardGroup>();
  useHotkey('scan', () => setGroup(groupOfField(groups, fieldInHand()) ?? groups[0]), group === undefined);
  return {
    open: group !== undefined,
    start: setGroup,
    dialog: group ? (
      <ScanCardDialog
        groups={groups}
        group={group}
        onClose={() => setGroup(undefined)}
        onRead={(into, card) => {
          setGroup(undefined);
          merge(fillFromCard(into, card));
          const first = into.fields[0];
          // The dialog gives the focus back on closing; the first filled field is where reading over starts.
          if (first) window.setTimeout(() => focusField(first.key), 0);
          notifications.show({
            color: 'green',
            title: `Đã điền: ${into.label}`,
            message: card.communeToConfirm
              ? 'Thẻ cấp trước 01/7/2025: hãy hỏi lại và sửa xã, phường theo địa danh hiện nay.'
              : 'Hãy đọc lại với công dân.',
          });
        }}
      />
    ) : null,
  };
}

/** The field with the focus, or the first of its section when the focus is on a button there. */
function fieldInHand(): string | undefined {
  const here = document.activeElement;
  const field = here?.closest('[data-field]') ?? here?.closest('section')?.querySelector('[data-field]');
  return field?.getAttribute('data-field') ?? undefined;
}
