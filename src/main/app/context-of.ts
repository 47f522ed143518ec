import type { Reader } from '#main/store/types.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Facts } from '#shared/forms/field.ts';
import { type Instant, localDate } from '#shared/kernel/instant.ts';
import type { AnyProcedure, ProcedureContext } from '#shared/procedures/define-procedure.ts';
import { currentVersion, upgradeFacts } from '#shared/procedures/read-procedure.ts';
import type { App } from './app.ts';
import { officeProfile } from './settings.ts';

/** What a procedure may look at besides the facts. `at` decides what today is. */
export function contextAt(app: App, reader: Reader, at: Instant): ProcedureContext {
  return { office: officeProfile(reader), today: localDate(at), calendar: app.calendar };
}

/**
 * The context of a dossier's own day: in time or late, fees and rules are those of its reception, whenever they are
 * looked at again.
 */
export function contextOfDossier(app: App, reader: Reader, state: DossierState): ProcedureContext {
  return contextAt(app, reader, state.receivedAt as Instant);
}

/**
 * A dossier's facts in the payload version of this app. Those of a newer app, pulled from another machine, stay as
 * they are: they can be shown, and the check before the register refuses what it does not know.
 */
export function factsOf(state: DossierState, procedure: AnyProcedure): Facts {
  if (state.payloadVersion > currentVersion(procedure)) return state.facts;
  return upgradeFacts(procedure, state.facts, state.payloadVersion);
}
