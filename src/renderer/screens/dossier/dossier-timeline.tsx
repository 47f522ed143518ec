import { Text } from '@mantine/core';
import { formatDateTime } from '#renderer/ui/format.ts';
import { SyncBadge } from '#renderer/ui/sync-badge.tsx';
import classes from './dossier-timeline.module.css';
import type { DossierView } from './dossier-view.ts';

/** Everything that happened, newest first: who, when, and whether the city has it. */
export function DossierTimeline({ view }: { readonly view: DossierView }) {
  const items = view.timeline.toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className={classes.timeline} aria-label="Quá trình giải quyết">
      {items.map((item) => (
        <li key={item.eventId} className={classes.item}>
          <div className={classes.line}>
            <strong>{item.text}</strong>
            <SyncBadge state={item.sync} />
          </div>
          {item.detail === '' ? null : <Text size="sm">{item.detail}</Text>}
          <Text size="xs" c="dimmed">
            {item.actor}, {formatDateTime(item.at)}
            {item.receipt === '' ? '' : ` – biên nhận thành phố ${item.receipt}`}
          </Text>
          {item.reason === '' ? null : (
            <Text size="sm" className={classes.reason}>
              Thành phố trả lời: {item.reason}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}
