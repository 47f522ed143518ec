import type { Signer } from '#shared/dossiers/office.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import { labelLine, noSignature, paragraph, signatures, title } from '../blocks.ts';
import type { PrintDocument } from '../model.ts';
import type { SlipInput } from './slip-input.ts';
import {
  applicantBlocks,
  codeBlocks,
  numberText,
  requestBlock,
  slipDocument,
  slipHead,
} from './slip-parts.ts';

export type Stop = {
  /** Number in the desk's book; empty to write by hand. */
  readonly number: string;
  readonly on: PlainDate;
  readonly reason: string;
  /** What happens to papers and money already given. */
  readonly settlement: string;
  readonly signer?: Signer | undefined;
};

/** Form 05 of TT 03/2025/TT-VPCP: the citizen asked to stop before a result was decided. */
export function stopNotice(input: SlipInput, stop: Stop): PrintDocument {
  return slipDocument('Thông báo dừng giải quyết hồ sơ', [
    slipHead(input, stop.on, numberText(stop.number, 'TTPVHCC')),
    title('THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ'),
    ...codeBlocks(input),
    ...applicantBlocks(input, 'Hồ sơ của'),
    requestBlock(input),
    paragraph(`Theo đề nghị của ông (bà), ${input.office.name} thông báo dừng giải quyết hồ sơ nêu trên.`, {
      indent: true,
    }),
    labelLine(['Lý do', stop.reason]),
    labelLine(['Hoàn trả giấy tờ, phí, lệ phí', stop.settlement]),
    signatures(noSignature, {
      title: stop.signer?.title ?? 'THỦ TRƯỞNG CƠ QUAN',
      note: '(Ký, đóng dấu)',
      name: stop.signer?.name ?? '',
    }),
  ]);
}
