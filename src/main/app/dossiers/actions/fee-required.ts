import { contextOfDossier, factsOf } from '#main/app/context-of.ts';
import { refuse } from '#main/app/refuse.ts';
import { feeTotal } from '#shared/fees/fee-line.ts';
import { ok } from '#shared/kernel/result.ts';
import type { PayloadOf } from './action-context.ts';

/** Asks for what the facts as they stand cost; nothing is asked for when nothing is due. */
export const requireFee: PayloadOf<'fee-required'> = ({ reason }, { app, reader, state, procedure }) => {
  const fees = procedure.fees(factsOf(state, procedure), contextOfDossier(app, reader, state));
  if (state.money === 'collected') return refuse('dossier/not-allowed', 'Phí, lệ phí của hồ sơ đã thu.');
  if (feeTotal(fees) === 0) return refuse('dossier/not-allowed', 'Hồ sơ này không phải nộp phí, lệ phí.');
  return ok({ fees: [...fees], reason });
};
