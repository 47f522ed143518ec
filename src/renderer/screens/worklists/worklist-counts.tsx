import { Link } from '@tanstack/react-router';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { NoDossiers } from '#renderer/ui/no-dossiers.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { maySeeDossiers } from '#shared/dossiers/permissions.ts';
import type { Role } from '#shared/dossiers/roles.ts';
import classes from './worklist-counts.module.css';
import { worklists, worklistsFor } from './worklists.ts';

/** How many dossiers wait in each list, each leading to its list: what the home screen opens with. */
export function WorklistCounts({ roles }: { readonly roles: readonly Role[] }) {
  const counts = useCoreQuery(['dossiers', 'counts'], (client) => client.dossiers.counts({}), {
    enabled: maySeeDossiers(roles),
  });
  if (!maySeeDossiers(roles)) return <NoDossiers />;
  if (counts.error) return <Problems problems={problemsOf(counts.error)} />;
  if (!counts.data) return <LoadingPlace height={72} label="Đang đếm hồ sơ" />;
  const { data } = counts;
  return (
    <ul className={classes.cards} aria-label="Số hồ sơ theo danh sách">
      {worklistsFor(roles).map((worklist) => (
        <li key={worklist}>
          <Link
            to="/danh-sach/$worklist"
            params={{ worklist }}
            className={classes.card}
            data-alarm={(worklist === 'overdue' && data[worklist] > 0) || undefined}
          >
            <strong className={classes.count}>{formatNumber(data[worklist])}</strong>
            <span>{worklists[worklist].label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
