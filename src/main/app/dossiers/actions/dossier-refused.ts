import { ok } from '#shared/kernel/result.ts';
import type { PayloadOf } from './action-context.ts';

/** Refusal is a decision by name; without words of his own the leader takes over the proposal's reason. */
export const refuseDossier: PayloadOf<'dossier-refused'> = ({ reason }, { state, account }) =>
  ok({ reason: reason.trim() || state.refusalProposed, decidedBy: account.fullName });
