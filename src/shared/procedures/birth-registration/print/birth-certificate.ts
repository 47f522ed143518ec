import {
  labelLine,
  letterhead,
  noSignature,
  portraitA4,
  signatures,
  signerSignature,
  title,
} from '#shared/documents/blocks.ts';
import type { Block, PrintDocument } from '#shared/documents/model.ts';
import type { DocumentInput } from '#shared/procedures/define-procedure.ts';
import type { BirthFacts } from '../form.ts';
import { type CertificateText, certificateText, type ParentText } from './certificate-text.ts';

/** GIẤY KHAI SINH on a blank sheet: the face, and the back with the table of later changes. */
export function birthCertificate(input: DocumentInput<BirthFacts>): PrintDocument {
  return certificate(input, undefined);
}

/** The copy a citizen asks for. */
export function birthCertificateCopy(input: DocumentInput<BirthFacts>): PrintDocument {
  return certificate(input, '(BẢN SAO)');
}

function certificate(input: DocumentInput<BirthFacts>, subtitle: string | undefined): PrintDocument {
  const text = certificateText(input);
  return {
    title: 'GIẤY KHAI SINH',
    sheet: portraitA4,
    pages: [{ blocks: face(input, text, subtitle) }, { blocks: back }],
  };
}

function face(
  input: DocumentInput<BirthFacts>,
  text: CertificateText,
  subtitle: string | undefined,
): readonly Block[] {
  return [
    letterhead(input.office, { number: `Số: ${text.number}` }),
    title('GIẤY KHAI SINH', subtitle),
    labelLine({ label: 'Họ, chữ đệm, tên', value: text.name, bold: true }),
    labelLine(['Ngày, tháng, năm sinh', text.birthDate]),
    labelLine(['Ghi bằng chữ', text.birthDateInWords]),
    labelLine(['Giới tính', text.gender], ['Dân tộc', text.ethnicity], ['Quốc tịch', text.nationality]),
    labelLine(['Nơi sinh', text.birthPlace]),
    labelLine(['Quê quán', text.origin]),
    labelLine(['Số định danh cá nhân', text.personalId]),
    ...parent('mẹ', text.mother),
    ...parent('cha', text.father),
    labelLine(['Họ, chữ đệm, tên người đi khai sinh', text.requester]),
    labelLine(['Giấy tờ tùy thân', text.requesterDocument]),
    labelLine(['Nơi đăng ký khai sinh', text.registeredAt]),
    labelLine(['Ngày, tháng, năm đăng ký', text.registeredOn]),
    signatures(noSignature, signerSignature(input.signer, 'NGƯỜI KÝ GIẤY KHAI SINH')),
  ];
}

function parent(word: string, text: ParentText): readonly Block[] {
  return [
    labelLine([`Họ, chữ đệm, tên người ${word}`, text.name]),
    labelLine(['Năm sinh', text.birth], ['Dân tộc', text.ethnicity], ['Quốc tịch', text.nationality]),
    labelLine(['Nơi cư trú', text.residence]),
  ];
}

const back: readonly Block[] = [
  title('NỘI DUNG THAY ĐỔI, CẢI CHÍNH, BỔ SUNG HỘ TỊCH, XÁC ĐỊNH LẠI DÂN TỘC, GHI CHÚ'),
  {
    kind: 'table',
    columns: [
      { title: 'Ngày, tháng, năm', width: 30 },
      { title: 'Nội dung', width: 70 },
      { title: 'Căn cứ', width: 35 },
      { title: 'Họ, chữ đệm, tên, chữ ký của người ghi, đóng dấu', width: 35 },
    ],
    rows: Array.from({ length: 8 }, () => ['\n\n', '', '', '']),
  },
];
