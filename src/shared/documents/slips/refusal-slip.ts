import type { PlainDate } from '#shared/kernel/plain-date.ts';
import { labelLine, paragraph, signatures, title } from '../blocks.ts';
import type { PrintDocument } from '../model.ts';
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

export type Refusal = {
  /** Number in the desk's book; empty to write by hand. */
  readonly number: string;
  readonly on: PlainDate;
  /** In the citizen's words, never an error code. */
  readonly reason: string;
  /** The leader who decided: a clerk only proposes. */
  readonly decidedBy: string;
};

/** Form 03 of TT 03/2025/TT-VPCP. */
export function refusalSlip(input: SlipInput, refusal: Refusal): PrintDocument {
  return slipDocument('Phiếu từ chối tiếp nhận giải quyết hồ sơ', [
    slipHead(input, refusal.on, numberText(refusal.number, 'TTPVHCC')),
    title('PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ'),
    ...codeBlocks(input),
    labelLine(['Bộ phận tiếp nhận và trả kết quả', input.office.desk]),
    ...applicantBlocks(input, 'Tiếp nhận hồ sơ của'),
    requestBlock(input),
    paragraph(
      `Qua xem xét, ${input.office.desk} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`,
    ),
    paragraph([{ text: refusal.reason, bold: true }], { indent: true }),
    labelLine(['Người quyết định', refusal.decidedBy]),
    paragraph('Xin thông báo để ông (bà) được biết.'),
    signatures(
      { title: 'NGƯỜI NỘP HỒ SƠ', note: signHere, name: input.parties.applicant },
      { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', note: signHere, name: input.clerkName },
    ),
  ]);
}
