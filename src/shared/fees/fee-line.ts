/** One line of phí, lệ phí. Amounts are whole đồng. */
export type FeeLine = {
  readonly code: string;
  readonly label: string;
  readonly unitAmount: number;
  readonly quantity: number;
  readonly amount: number;
  readonly legalBasis: string;
  /** Why nothing is due, when an exemption applies. */
  readonly exemption?: string | undefined;
};

export function feeTotal(lines: readonly FeeLine[]): number {
  return lines.reduce((sum, line) => sum + line.amount, 0);
}
