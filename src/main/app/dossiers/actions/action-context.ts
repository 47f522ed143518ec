import type { App } from '#main/app/app.ts';
import type { Account, Reader } from '#main/store/types.ts';
import type { Action, ActionKind } from '#shared/contract/dossiers.ts';
import type { EventPayload } from '#shared/dossiers/events.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';

/** What an action may look at to become an event. */
export type ActionContext = {
  readonly app: App;
  /** The transaction the event will be part of. */
  readonly reader: Reader;
  readonly state: DossierState;
  readonly procedure: AnyProcedure;
  readonly account: Account;
  readonly now: Instant;
};

export type ActionOf<K extends ActionKind> = Extract<Action, { readonly kind: K }>;

/** Makes the payload of an event from what a person asked; refuses what only the core can see is wrong. */
export type PayloadOf<K extends ActionKind> = (
  action: ActionOf<K>,
  context: ActionContext,
) => Result<EventPayload<K>>;
