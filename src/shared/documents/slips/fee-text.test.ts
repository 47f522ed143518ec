import { describe, expect, it } from 'vitest';
import type { FeeLine } from '#shared/fees/fee-line.ts';
import { feeText, moneyText } from './fee-text.ts';

const line = (amount: number, exemption?: string): FeeLine => ({
  code: 'x',
  label: 'x',
  unitAmount: amount,
  quantity: 1,
  amount,
  legalBasis: '',
  ...(exemption === undefined ? {} : { exemption }),
});

describe('money on a slip', () => {
  it('is grouped by thousands', () => {
    expect([0, 500, 8000, 1234567].map(moneyText)).toEqual([
      '0 đồng',
      '500 đồng',
      '8.000 đồng',
      '1.234.567 đồng',
    ]);
  });

  it('tells the sum and how it stands, or why nothing is due', () => {
    expect(feeText([], 'none')).toBe('Không');
    expect(feeText([line(5000), line(16000)], 'due')).toBe('21.000 đồng (Chưa thanh toán)');
    expect(feeText([line(5000)], 'collected')).toBe('5.000 đồng (Đã thanh toán)');
    expect(feeText([line(0, 'Người khuyết tật'), line(0, 'Người khuyết tật')], 'none')).toBe(
      'Được miễn (Người khuyết tật)',
    );
    expect(feeText([line(5000)], 'exempt')).toBe('Được miễn');
  });
});
