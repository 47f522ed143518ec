import { closedBy } from '#shared/dossiers/events.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import { parseFact } from '#shared/dossiers/parse-fact.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { StoredEvent } from '../types.ts';

export type FoldedStream = {
  /** Undefined for a stream that is no dossier, or whose reception is not here. */
  readonly state: DossierState | undefined;
  /** The event that wrote the entry the state holds. */
  readonly entryEvent: StoredEvent | undefined;
  /** Events passed by, with what refused them: of a newer app, or overtaken by another device. */
  readonly passedBy: ReadonlyMap<StoredEvent, Problem>;
  /** Events of branches a person has closed. */
  readonly closed: ReadonlySet<StoredEvent>;
};

/** A dossier as its events tell it, in canonical order; an event that does not fit is passed by. */
export function foldStream(history: readonly StoredEvent[]): FoldedStream {
  const passedBy = new Map<StoredEvent, Problem>();
  const closed = closedBranches(history);
  let state: DossierState | undefined;
  let entryEvent: StoredEvent | undefined;
  for (const event of history) {
    if (closed.has(event)) continue;
    const next = foldDossier(state, event);
    if (!next.ok) {
      const [problem] = next.error;
      if (problem) passedBy.set(event, problem);
      continue;
    }
    state = next.value;
    if (event.kind === 'entry-registered') entryEvent = event;
  }
  return { state, entryEvent, passedBy, closed };
}

/** What people closed; an event the city took all the same stays part of the history everyone shares. */
function closedBranches(history: readonly StoredEvent[]): ReadonlySet<StoredEvent> {
  const closed = new Set(history.flatMap(branchOf));
  return new Set(history.filter((event) => event.feedSeq === undefined && closed.has(event.id)));
}

const closing: ReadonlySet<string> = new Set(['conflict-resolved', 'dossier-received', 'book-branch-closed']);

/** The ids of the events that this one closes. */
export function branchOf(
  event: Pick<StoredEvent, 'kind' | 'payload'> & { readonly version?: number },
): readonly string[] {
  if (!closing.has(event.kind)) return [];
  // Nearly no reception replaces another, and reading a whole declaration to know it slows every save.
  if (event.kind === 'dossier-received' && !Object.hasOwn(event.payload, 'replaces')) return [];
  const parsed = parseFact(event);
  return parsed.ok ? closedBy(parsed.value) : [];
}
