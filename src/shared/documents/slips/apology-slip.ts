import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import type { Signer } from '#shared/dossiers/office.ts';
import { localDate } from '#shared/kernel/instant.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import { labelLine, noSignature, paragraph, signatures, title } from '../blocks.ts';
import { dateText, momentText } from '../date-text.ts';
import type { PrintDocument } from '../model.ts';
import type { SlipInput } from './slip-input.ts';
import { numberText, reference, slipDocument, slipHead } from './slip-parts.ts';

export type Extension = {
  /** Number in the desk's book; empty to write by hand. */
  readonly number: string;
  readonly on: PlainDate;
  readonly reason: string;
  /** The date promised before; `SlipInput.due` may already be the new one. */
  readonly originalDue: DueDate;
  readonly newDue: DueDate;
  /** The head of the agency signs. */
  readonly signer?: Signer | undefined;
};

/** Form 04 of TT 03/2025/TT-VPCP: apology and new date, once for a dossier and before the first date has passed. */
export function apologySlip(input: SlipInput, extension: Extension): PrintDocument {
  const { applicant, applicantAddress, applicantPhone } = input.parties;
  const { signer } = extension;
  return slipDocument('Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', [
    slipHead(input, extension.on, numberText(extension.number, 'PXL')),
    title('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT'),
    labelLine({ label: 'Kính gửi', value: applicant, bold: true }),
    labelLine(['Địa chỉ', applicantAddress]),
    labelLine(['Số điện thoại', applicantPhone]),
    paragraph(
      `${capitalised(dateText(localDate(input.receivedAt)))}, ${input.office.name} tiếp nhận giải quyết hồ sơ đề nghị ${input.procedureName} của ông (bà); mã số: ${reference(input)}.`,
      { indent: true },
    ),
    labelLine(['Thời gian hẹn trả kết quả', momentText(extension.originalDue.at)]),
    paragraph(
      'Tuy nhiên, đến nay hồ sơ chưa được giải quyết xong, chưa thể trả kết quả đúng thời gian đã hẹn.',
      {
        indent: true,
      },
    ),
    labelLine(['Lý do', extension.reason]),
    paragraph(
      `Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của ông (bà). ${input.office.name} xin lỗi ông (bà) và đề nghị gia hạn thời gian giải quyết hồ sơ.`,
      { indent: true },
    ),
    labelLine({ label: 'Thời gian trả kết quả mới', value: momentText(extension.newDue.at), bold: true }),
    paragraph('Mong nhận được sự thông cảm của ông (bà).', { indent: true }),
    signatures(noSignature, {
      title: signer?.title ?? 'THỦ TRƯỞNG CƠ QUAN',
      note: '(Ký, đóng dấu)',
      name: signer?.name ?? '',
    }),
  ]);
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
