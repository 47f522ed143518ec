import { type PlainDate, plainDate } from '../kernel/plain-date.ts';

/** Persons who pay no registration fee (Luật Hộ tịch số 60/2014/QH13, Điều 11 khoản 1 điểm a). */
export const feeExemptionChoices = [
  { value: 'merit', label: 'Người thuộc gia đình có công với cách mạng' },
  { value: 'poor', label: 'Người thuộc hộ nghèo' },
  { value: 'disabled', label: 'Người khuyết tật' },
] as const;

/** The reason to print on the receipt; undefined when the person pays. */
export function registrationExemption(choice: string | undefined): string | undefined {
  const label = feeExemptionChoices.find((each) => each.value === choice)?.label;
  return label === undefined ? undefined : `${label} (Luật Hộ tịch số 60/2014/QH13, Điều 11)`;
}

const copyWaiver = { from: plainDate(2026, 8, 15), to: plainDate(2027, 2, 28) } as const;

/**
 * Copies are a phí of TT 281/2016, so Điều 11 does not free anyone from it; for a time holders of a level-2
 * electronic identity pay nothing (TT 117/2026/TT-BTC).
 */
export function copyExemption(hasElectronicIdentity: boolean, on: PlainDate): string | undefined {
  const waived = hasElectronicIdentity && copyWaiver.from <= on && on <= copyWaiver.to;
  return waived ? 'Có tài khoản định danh điện tử mức độ 2 (TT 117/2026/TT-BTC)' : undefined;
}
