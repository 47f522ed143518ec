import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { formatDateTime, formatTime } from './format.ts';
import { ToneBadge } from './tone-badge.tsx';

export type Lateness = 'in-time' | 'due-today' | 'overdue' | 'closed';

type DueBadgeProps = { readonly lateness: Lateness; readonly dueAt: string };

/** When the result is due, in words and colour; nothing is due any more on a closed dossier. */
export function DueBadge({ lateness, dueAt }: DueBadgeProps) {
  const at = formatDateTime(dueAt);
  switch (lateness) {
    case 'in-time':
      return (
        <ToneBadge tone="neutral" icon={<IconClock size={14} aria-hidden />} title={`Hẹn trả ${at}`}>
          Hẹn {at}
        </ToneBadge>
      );
    case 'due-today':
      return (
        <ToneBadge tone="attention" icon={<IconClock size={14} aria-hidden />} title={`Hẹn trả ${at}`}>
          Hôm nay {formatTime(dueAt)}
        </ToneBadge>
      );
    case 'overdue':
      return (
        <ToneBadge tone="bad" icon={<IconAlertTriangle size={14} aria-hidden />} title={`Hẹn trả ${at}`}>
          Quá hạn {at}
        </ToneBadge>
      );
    case 'closed':
      return <span>{at}</span>;
    default:
      return assertNever(lateness, 'lateness');
  }
}
