import type { MoneyStatus } from '#shared/dossiers/status.ts';
import { type FeeLine, feeTotal } from '#shared/fees/fee-line.ts';

/** `1.234.567 đồng`. */
export function moneyText(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}

/** The fee row of the receipt slip: the sum, how it stands, or why nothing is due. */
export function feeText(fees: readonly FeeLine[], money: MoneyStatus): string {
  const total = feeTotal(fees);
  if (total === 0 || money === 'exempt') {
    const reasons = [...new Set(fees.flatMap((line) => line.exemption ?? []))];
    if (reasons.length > 0) return `Được miễn (${reasons.join('; ')})`;
    return money === 'exempt' ? 'Được miễn' : 'Không';
  }
  return `${moneyText(total)} (${money === 'collected' ? 'Đã thanh toán' : 'Chưa thanh toán'})`;
}
