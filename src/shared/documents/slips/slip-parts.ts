import type { PlainDate } from '#shared/kernel/plain-date.ts';
import { labelLine, letterhead, paragraph } from '../blocks.ts';
import type { Block, PrintDocument, Sheet } from '../model.ts';
import type { SlipInput } from './slip-input.ts';

/** The A5 sheet of the forms. */
export const slipSheet: Sheet = {
  size: 'A5',
  orientation: 'portrait',
  margin: { top: 8, right: 10, bottom: 8, left: 12 },
  fontSize: 11,
};

/** A slip of one flowing A5 page. */
export function slipDocument(title: string, blocks: readonly Block[]): PrintDocument {
  return { title, sheet: slipSheet, pages: [{ blocks }] };
}

/**
 * The head every form has.
 * @param number as printed: `Số: 12/HDHS`; the forms leave it to the desk's own book when it is empty
 */
export function slipHead(input: SlipInput, on: PlainDate, number?: string): Block {
  return letterhead(input.office, {
    unit: input.office.desk,
    date: on,
    ...(number === undefined ? {} : { number }),
  });
}

/** `Số: 12/HDHS`; dotted when no number was given. */
export function numberText(number: string, suffix: string): string {
  return `Số: ${number === '' ? '………' : number}/${suffix}`;
}

/** What the slip is found by: the official code, or the local reference until the city gave one. */
export function reference(input: SlipInput): string {
  return input.dossierCode || input.localRef;
}

export function codeBlocks(input: SlipInput): readonly Block[] {
  if (input.dossierCode !== '')
    return [labelLine({ label: 'Mã hồ sơ', value: input.dossierCode, bold: true })];
  return [
    labelLine({ label: 'Mã tạm', value: input.localRef, bold: true }),
    paragraph([{ text: 'Mã hồ sơ sẽ được gửi qua SMS.', italic: true }], { align: 'left' }),
  ];
}

/** Rows of the applicant: name under the form's own label, address, phone and e-mail. */
export function applicantBlocks(input: SlipInput, label: string): readonly Block[] {
  const { applicant, applicantAddress, applicantPhone, applicantEmail } = input.parties;
  return [
    labelLine({ label, value: applicant, bold: true }),
    labelLine(['Địa chỉ', applicantAddress]),
    labelLine(['Số điện thoại', applicantPhone], ['Email', applicantEmail]),
  ];
}

export function requestBlock(input: SlipInput): Block {
  return labelLine(['Nội dung yêu cầu giải quyết', input.procedureName]);
}

export const signHere = '(Ký và ghi rõ họ tên)';
