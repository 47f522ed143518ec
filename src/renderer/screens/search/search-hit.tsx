import { useEffect, useRef } from 'react';
import { formatDate, formatDateTime } from '#renderer/ui/format.ts';
import { SyncBadge } from '#renderer/ui/sync-badge.tsx';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { statusLabels } from '#shared/dossiers/status.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import type { Hit } from './hit.ts';
import classes from './search-palette.module.css';

const places = {
  draft: { label: 'Bản nháp', tone: 'attention' },
  dossier: { label: 'Hồ sơ', tone: 'info' },
  entry: { label: 'Sổ', tone: 'good' },
} as const satisfies Record<Hit['where'], { label: string; tone: Tone }>;

type SearchHitProps = {
  readonly id: string;
  readonly hit: Hit;
  readonly selected: boolean;
  readonly onOpen: (hit: Hit) => void;
};

/** One result: where it is, who it is about, its code and state. The search box keeps the focus. */
export function SearchHit({ id, hit, selected, onOpen }: SearchHitProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [selected]);
  const place = places[hit.where];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search box opens the selected result
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={classes.hit}
      onClick={() => onOpen(hit)}
    >
      <ToneBadge tone={place.tone}>{place.label}</ToneBadge>
      <span className={classes.who}>
        <strong>{hit.subject}</strong>
        <span className={classes.what}>
          {[hit.code, findProcedure(hit.procedure)?.name ?? hit.procedure, dateOf(hit.date)]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </span>
      <span className={classes.state}>{statusOf(hit.status)}</span>
      {hit.sync === undefined ? null : <SyncBadge state={hit.sync} />}
    </div>
  );
}

function statusOf(status: string): string {
  return Object.entries(statusLabels).find(([key]) => key === status)?.[1] ?? status;
}

function dateOf(date: string): string {
  return formatDateTime(date) || formatDate(date);
}
