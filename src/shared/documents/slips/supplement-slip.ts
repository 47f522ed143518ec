import type { PlainDate } from '#shared/kernel/plain-date.ts';
import { labelLine, noSignature, paragraph, signatures, title } from '../blocks.ts';
import { dateText } from '../date-text.ts';
import type { Block, PrintDocument } from '../model.ts';
import type { SlipInput } from './slip-input.ts';
import {
  applicantBlocks,
  codeBlocks,
  numberText,
  requestBlock,
  signHere,
  slipDocument,
  slipHead,
} from './slip-parts.ts';

export type SupplementRequest = {
  /** Number in the desk's book; empty to write by hand. */
  readonly number: string;
  readonly on: PlainDate;
  /** Each paper to complete, what is to be done, and the legal ground. */
  readonly items: readonly { readonly document: string; readonly content: string; readonly basis: string }[];
  readonly reason: string;
  /** Last day for the citizen, when one was set. */
  readonly dueBy?: PlainDate | undefined;
  /** Who guides the citizen: the clerk at the desk or the officer. */
  readonly guideName: string;
};

/** Form 02 of TT 03/2025/TT-VPCP: given once, naming every paper, each item with its ground. */
export function supplementSlip(input: SlipInput, request: SupplementRequest): PrintDocument {
  return slipDocument('Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', [
    slipHead(input, request.on, numberText(request.number, 'HDHS')),
    title('PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ'),
    ...codeBlocks(input),
    ...applicantBlocks(input, 'Hồ sơ của'),
    requestBlock(input),
    paragraph('Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:', { align: 'left' }),
    ...request.items.map(itemBlock),
    labelLine(['Lý do', request.reason]),
    ...(request.dueBy ? [labelLine(['Thời hạn bổ sung', `trước hết ${dateText(request.dueBy)}`])] : []),
    paragraph(
      `Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, ông (bà) liên hệ với ${input.office.desk}, số điện thoại ${input.office.phone} để được hướng dẫn.`,
    ),
    signatures(noSignature, { title: 'NGƯỜI HƯỚNG DẪN', note: signHere, name: request.guideName }),
  ]);
}

function itemBlock(item: SupplementRequest['items'][number], index: number): Block {
  const basis = item.basis === '' ? '' : ` (căn cứ: ${item.basis})`;
  const document = item.document === '' ? '' : `${item.document}: `;
  return paragraph(`${index + 1}. ${document}${item.content}${basis}.`.replace(/\.{2,}$/, '.'));
}
