import type { Reader } from '#main/store/types.ts';
import type { SlipInput } from '#shared/documents/slips/slip-input.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { variantOf } from '#shared/procedures/read-procedure.ts';
import { accountNames } from '../account-names.ts';
import { factsOf } from '../context-of.ts';
import { officeProfile } from '../settings.ts';

/** What every slip says about its dossier, with the names of papers in place of their ids. */
export function slipInputOf(reader: Reader, state: DossierState, procedure: AnyProcedure): SlipInput {
  const { code, localRef, parties, setCount, receivedAt, due, returnBy, fees, money, receivedBy } = state;
  const variant = variantOf(procedure, factsOf(state, procedure)) ?? procedure;
  const nameOf = (id: string): string => procedure.checklist.find((item) => item.id === id)?.name ?? id;
  return {
    office: officeProfile(reader),
    dossierCode: code,
    localRef,
    parties,
    procedureName: variant.name,
    components: state.components.map(({ id, form, count }) => ({ name: nameOf(id), form, count })),
    setCount,
    receivedAt: receivedAt as Instant,
    due,
    returnBy,
    fees,
    money,
    clerkName: accountNames(reader)(receivedBy),
  };
}
