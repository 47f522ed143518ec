import { Link } from '@tanstack/react-router';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import type { Role } from '#shared/dossiers/roles.ts';
import classes from './worklist-tabs.module.css';
import { type Worklist, worklists, worklistsFor } from './worklists.ts';

type WorklistTabsProps = { readonly roles: readonly Role[]; readonly current: Worklist };

/** The lists as links, because each is a place with its own address. */
export function WorklistTabs({ roles, current }: WorklistTabsProps) {
  const counts = useCoreQuery(['dossiers', 'counts'], (client) => client.dossiers.counts({}));
  return (
    <nav aria-label="Danh sách công việc" className={classes.tabs}>
      {worklistsFor(roles).map((worklist) => (
        <Link
          key={worklist}
          to="/danh-sach/$worklist"
          params={{ worklist }}
          className={classes.tab}
          aria-current={worklist === current ? 'page' : undefined}
        >
          {worklists[worklist].label}
          {counts.data ? <span className={classes.count}>{formatNumber(counts.data[worklist])}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
