import { Link } from '@tanstack/react-router';
import type { SyncStatus } from '#renderer/shell/use-sync-status.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { syncLooks } from '#renderer/ui/sync-badge.tsx';
import { type SyncState, syncStateSchema } from '#shared/contract/base.ts';
import classes from './sync-filter.module.css';

type SyncFilterProps = { readonly status: SyncStatus; readonly current: SyncState | undefined };

/** One link per state with its count and what the state means. */
export function SyncFilter({ status, current }: SyncFilterProps) {
  const total = Object.values(status.counts).reduce((sum, count) => sum + count, 0);
  // Resolved items are rare and closed: without any, their card would only push the queue down.
  const states = syncStateSchema.options.filter(
    (state) => state !== 'resolved' || state === current || status.counts.resolved > 0,
  );
  return (
    <nav aria-label="Lọc theo trạng thái gửi" className={classes.filters}>
      <Link
        to="/dong-bo"
        search={{}}
        className={classes.filter}
        aria-current={current === undefined ? 'page' : undefined}
      >
        <strong>Tất cả: {formatNumber(total)}</strong>
        <span>Mọi việc bạn được xem trên máy này.</span>
      </Link>
      {states.map((state) => (
        <Link
          key={state}
          to="/dong-bo"
          search={{ state }}
          className={classes.filter}
          aria-current={state === current ? 'page' : undefined}
        >
          <strong>
            {syncLooks[state].label}: {formatNumber(status.counts[state])}
          </strong>
          <span>{syncLooks[state].explanation}</span>
        </Link>
      ))}
    </nav>
  );
}
