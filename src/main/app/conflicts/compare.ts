import { branchOf, foldStream } from '#main/store/projections/fold-stream.ts';
import type { OutboxItem, Reader, StoredEvent } from '#main/store/types.ts';
import { guard } from '#shared/dossiers/decide.ts';
import { entryOf } from '#shared/dossiers/entry-of.ts';
import { isEventKind } from '#shared/dossiers/events.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { asId, type EventId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { overlookedBy } from '#shared/sync/merge.ts';

/** A branch of this machine beside what the city has, with the version both came from. */
export type Comparison = {
  /** From the first event that stopped on: what waits here and does not count elsewhere. */
  readonly branch: readonly StoredEvent[];
  readonly stopped: OutboxItem;
  /** Ids of everything of this stream that the city never took: what closing the branch closes. */
  readonly closes: readonly string[];
  /** What others did that the author had not seen. */
  readonly overlooked: readonly StoredEvent[];
  /** Undefined where the reception itself is in the branch. */
  readonly base: DossierState | undefined;
  readonly theirs: DossierState | undefined;
  readonly mine: DossierState | undefined;
  /** An entry of the branch still stands here: a conflict about its number is settled in the register. */
  readonly registered: boolean;
  /** Events of the branch that could still follow `theirs`, in order. */
  readonly fitting: ReadonlySet<StoredEvent>;
  /** Whether the declaration may still be corrected there. */
  readonly correctable: boolean;
};

/** @returns undefined when nothing of this dossier waits for a person */
export function compare(reader: Reader, dossierId: string, now: Instant): Comparison | undefined {
  const history = reader.streamEvents(dossierId);
  const { closed } = foldStream(history);
  const open = history.filter((event) => !closed.has(event));
  const unsent = open.filter((event) => event.origin === 'here' && event.feedSeq === undefined);
  const items = unsent.map((event) => reader.outboxItem(asId<EventId>(event.id)));
  const first = items.findIndex((item) => item?.state === 'needs-you' || item?.state === 'refused');
  const stopped = items[first];
  const branch = unsent.slice(first);
  const [cause] = branch;
  if (!stopped || !cause) return undefined;
  const shared = open.filter((event) => !branch.includes(event));
  const overlooked = overlookedEvents(cause, shared);
  const seen = shared.filter((event) => !overlooked.includes(event));
  const theirs = foldStream(shared).state;
  return {
    branch,
    stopped,
    closes: [...closed].map((event) => event.id).concat(branch.map((event) => event.id)),
    overlooked,
    base: foldStream(seen).state,
    theirs,
    mine: foldStream([...seen, ...branch]).state,
    registered: hasStandingEntry(branch, foldStream(open).state),
    fitting: fittingOn(reader, theirs, branch, now),
    correctable: theirs !== undefined && !guard(theirs, 'declaration-corrected', now),
  };
}

function hasStandingEntry(branch: readonly StoredEvent[], state: DossierState | undefined): boolean {
  return branch.some(
    (event) => state?.entry !== undefined && entryOf(event)?.entryId === state.entry.entryId,
  );
}

/** An event that was overtaken before it was sent may not know its base; then everything of others is shown. */
function overlookedEvents(cause: StoredEvent, shared: readonly StoredEvent[]): readonly StoredEvent[] {
  const others = shared.filter((event) => event.device !== cause.device);
  const count = overlookedBy(cause, shared)?.length ?? others.length;
  return others.slice(others.length - count);
}

/** A declaration is merged by itself, and closing events do not come again: neither is asked whether it fits. */
export function isCarriedOver(event: StoredEvent): boolean {
  return (
    isEventKind(event.kind) && event.kind !== 'declaration-corrected' && event.kind !== 'conflict-resolved'
  );
}

function fittingOn(
  reader: Reader,
  theirs: DossierState | undefined,
  branch: readonly StoredEvent[],
  now: Instant,
): ReadonlySet<StoredEvent> {
  const fitting = new Set<StoredEvent>();
  let state = theirs;
  for (const event of branch) {
    if (!isCarriedOver(event)) continue;
    const next = afterwards(reader, state, event, now);
    if (!next) continue;
    state = next;
    fitting.add(event);
  }
  return fitting;
}

/** The dossier after the event was done again now; undefined when it may not be. */
export function afterwards(
  reader: Pick<Reader, 'entryAt'>,
  state: DossierState | undefined,
  event: StoredEvent,
  now: Instant,
): DossierState | undefined {
  const kind = event.kind as Parameters<typeof guard>[1];
  if (state && guard(state, kind, now)) return undefined;
  if (hasLostItsNumber(reader, event)) return undefined;
  const next = foldDossier(state, event);
  return next.ok && branchOf(event).length === 0 ? next.value : undefined;
}

/** Meanwhile another entry stands at the number of this one: it is registered anew, under the next. */
function hasLostItsNumber(reader: Pick<Reader, 'entryAt'>, event: StoredEvent): boolean {
  const entry = entryOf(event);
  const there = entry && reader.entryAt(entry.book, entry.year, entry.number);
  return there !== undefined && there !== entry?.entryId;
}
