import { foldDossier } from '#shared/dossiers/fold.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { StoredEvent } from '../types.ts';

export type FoldedStream = {
  /** Undefined for a stream that is no dossier, or whose reception is not here. */
  readonly state: DossierState | undefined;
  /** The event that wrote the entry the state holds. */
  readonly entryEvent: StoredEvent | undefined;
  /** Events passed by, with the code of the refusal: of a newer app, or overtaken by another device. */
  readonly passedBy: ReadonlyMap<StoredEvent, string>;
};

/** A dossier as its events tell it, in canonical order; an event that does not fit is passed by. */
export function foldStream(history: readonly StoredEvent[]): FoldedStream {
  const passedBy = new Map<StoredEvent, string>();
  let state: DossierState | undefined;
  let entryEvent: StoredEvent | undefined;
  for (const event of history) {
    const next = foldDossier(state, event);
    if (!next.ok) {
      passedBy.set(event, next.error[0]?.code ?? 'dossier/invalid');
      continue;
    }
    state = next.value;
    if (event.kind === 'entry-registered') entryEvent = event;
  }
  return { state, entryEvent, passedBy };
}
