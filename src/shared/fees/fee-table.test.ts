import { expect, test } from 'vitest';
import { plainDate } from '../kernel/plain-date.ts';
import { feeTotal } from './fee-line.ts';
import { feeLine } from './fee-table.ts';

const on = plainDate(2026, 1, 5);

test.each([
  ['birth-in-time', 0],
  ['death-in-time', 0],
  ['birth-late', 5_000],
  ['death-late', 5_000],
  ['marital-status-certificate', 3_000],
  ['correction-under-14', 5_000],
  ['correction-from-14', 25_000],
  ['certified-extract-copy', 8_000],
])('%s costs %i đồng and cites its law', (code, amount) => {
  const line = feeLine(code, on);
  expect(line.amount).toBe(amount);
  expect(line.legalBasis).not.toBe('');
});

test('copies are paid one by one', () => {
  const copies = feeLine('certified-extract-copy', on, 3);
  expect(copies).toMatchObject({ unitAmount: 8_000, quantity: 3, amount: 24_000 });
  expect(feeTotal([copies, feeLine('birth-late', on)])).toBe(29_000);
});

test('an exemption keeps the rate and the reason, and nothing is due', () => {
  const line = feeLine('birth-late', on, 1, 'Hộ nghèo');
  expect(line).toMatchObject({ unitAmount: 5_000, amount: 0, exemption: 'Hộ nghèo' });
  expect(feeLine('birth-late', on, 1, '')).not.toHaveProperty('exemption');
});

test('a code or a day without a rate is a bug, not a free service', () => {
  expect(() => feeLine('birth-latte', on)).toThrow('birth-latte');
  expect(() => feeLine('birth-late', plainDate(2010, 1, 1))).toThrow('2010-01-01');
});
