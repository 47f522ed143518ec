import { feeTotal } from '#shared/fees/fee-line.ts';
import { ok } from '#shared/kernel/result.ts';
import type { PayloadOf } from './action-context.ts';

/** The amount is the core's: what the fee lines add up to, never what was typed. */
export const collectFee: PayloadOf<'fee-collected'> = ({ method, receipt }, { state }) =>
  ok({ amount: feeTotal(state.fees), method, receipt });
