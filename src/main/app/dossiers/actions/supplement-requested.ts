import { ok } from '#shared/kernel/result.ts';
import type { PayloadOf } from './action-context.ts';

/** The stage follows from where the dossier is: at the desk until it was handed over. */
export const requestSupplement: PayloadOf<'supplement-requested'> = ({ kind: _, ...said }, { state }) =>
  ok({ ...said, stage: state.status === 'received' ? 'desk' : 'officer' });
