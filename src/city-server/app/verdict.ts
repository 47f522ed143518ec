import type { BookState } from '#shared/dossiers/book-state.ts';
import type { EventPayload } from '#shared/dossiers/events.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';
import type { RegisterEntry } from '#shared/registers/entry.ts';

/** What an accepted event changes. A parked one is kept in the feed and changes nothing yet. */
export type Accepted = {
  readonly outcome: 'accepted';
  readonly parked?: true;
  readonly dossier?: DossierState;
  readonly book?: BookState;
  readonly entry?: RegisterEntry;
  readonly closedBlock?: EventPayload<'code-block-closed'>;
  /** Ids of events a person closed with it: they are no longer held. */
  readonly closed?: readonly string[];
};

/** Held: right in itself but at odds with what others did; people resolve it. Refused: wrong in itself. */
export type Rejected = {
  readonly outcome: 'held' | 'refused';
  readonly reason: ErrorCode;
  readonly message: string;
  readonly field?: string | undefined;
};

export type Verdict = Accepted | Rejected;

export function held(reason: ErrorCode, message: string = errorCodes[reason], field?: string): Rejected {
  return { outcome: 'held', reason, message, field };
}

export function refused(reason: ErrorCode, message: string = errorCodes[reason], field?: string): Rejected {
  return { outcome: 'refused', reason, message, field };
}
