import { type FeeLine, feeTotal } from '../fees/fee-line.ts';
import type { DossierEventKind, DossierFact } from './events.ts';
import type { DossierState } from './state.ts';
import type { MoneyStatus } from './status.ts';

/** The money axis: undefined when there is nothing to collect or to exempt. */
export function moneyAfter(state: DossierState, fact: DossierFact): MoneyStatus | undefined {
  if (!moneyAllows(state.money, fact.kind)) return undefined;
  if (fact.kind === 'fee-collected') return 'collected';
  if (fact.kind === 'fee-exempted') return 'exempt';
  if (fact.kind === 'fee-required') return 'due';
  if (fact.kind === 'declaration-corrected' && fact.payload.fees) {
    return state.money === 'collected' ? undefined : moneyOf(fact.payload.fees);
  }
  return state.money;
}

/** Whether there is something to collect or to exempt, when that is what the event does. */
export function moneyAllows(money: MoneyStatus, kind: DossierEventKind): boolean {
  return money === 'due' || (kind !== 'fee-collected' && kind !== 'fee-exempted');
}

/** Where a set of fee lines puts the money axis before anything is paid. */
export function moneyOf(fees: readonly FeeLine[]): MoneyStatus {
  if (feeTotal(fees) > 0) return 'due';
  return fees.some((line) => line.exemption) ? 'exempt' : 'none';
}
