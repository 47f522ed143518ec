import { localDate } from '#shared/kernel/instant.ts';
import { labelLine, paragraph, signatures, title } from '../blocks.ts';
import { momentText } from '../date-text.ts';
import type { Block, PrintDocument } from '../model.ts';
import { feeText } from './fee-text.ts';
import type { SlipComponent, SlipInput } from './slip-input.ts';
import {
  applicantBlocks,
  codeBlocks,
  reference,
  requestBlock,
  signHere,
  slipHead,
  slipSheet,
} from './slip-parts.ts';

const name = 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả';

/** Liên 1 is kept with the control slip, liên 2 is the citizen's. */
const copies = ['(Liên 1: Lưu)', '(Liên 2: Giao khách hàng)'] as const;

const formLabels: Readonly<Record<SlipComponent['form'], string>> = {
  original: 'Bản chính',
  copy: 'Bản sao',
  electronic: 'Bản điện tử',
};

/**
 * Form 01 in the layout of TT 03/2025/TT-VPCP: both copies side by side on one A4 with a cut line, or each on an A5
 * of its own.
 */
export function receiptSlip(input: SlipInput, paper: 'two-on-a4' | 'a5'): PrintDocument {
  if (paper === 'a5')
    return {
      title: name,
      sheet: { ...slipSheet, fontSize: fontSize(input) },
      pages: copies.map((copy) => ({ blocks: slipBlocks(input, copy) })),
    };
  return {
    title: name,
    sheet: {
      size: 'A4',
      orientation: 'landscape',
      margin: { top: 7, right: 10, bottom: 7, left: 10 },
      fontSize: fontSize(input),
    },
    pages: [
      {
        blocks: [
          {
            kind: 'columns',
            cutLine: true,
            columns: copies.map((copy) => ({ width: 127, blocks: slipBlocks(input, copy) })),
          },
        ],
      },
    ],
  };
}

/** Points: a copy stays on its A5, so a long list of papers is set smaller. */
function fontSize(input: SlipInput): number {
  return input.components.length > 5 ? 9 : 10;
}

function slipBlocks(input: SlipInput, copy: string): readonly Block[] {
  return [
    slipHead(input, localDate(input.receivedAt)),
    {
      kind: 'columns',
      columns: [
        { width: 98, blocks: [title(name.toUpperCase(), copy), ...codeBlocks(input)] },
        { width: 24, blocks: [{ kind: 'qr', text: reference(input), size: 22 }] },
      ],
    },
    labelLine(['Bộ phận tiếp nhận và trả kết quả', input.office.desk]),
    ...applicantBlocks(input, 'Tiếp nhận hồ sơ của'),
    requestBlock(input),
    ...contentBlocks(input),
    bookLine(input),
    signatures(
      { title: 'NGƯỜI NỘP HỒ SƠ', note: signHere, name: input.parties.applicant },
      { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', note: signHere, name: input.clerkName },
    ),
    paragraph(
      [
        { text: 'Ghi chú: ', bold: true, italic: true },
        {
          text: 'Giấy này lập thành 02 liên. Tổ chức, cá nhân có thể đăng ký nhận kết quả tại nơi tiếp nhận hoặc tại nhà qua dịch vụ bưu chính.',
          italic: true,
        },
      ],
      { align: 'left' },
    ),
  ];
}

function contentBlocks(input: SlipInput): readonly Block[] {
  return [
    paragraph('1. Thành phần hồ sơ nộp gồm:', { align: 'left' }),
    {
      kind: 'table',
      columns: [
        { title: 'STT', width: 11, align: 'center' },
        { title: 'Tên giấy tờ', width: 82 },
        { title: 'Hình thức', width: 19, align: 'center' },
        { title: 'Số lượng', width: 16, align: 'center' },
      ],
      rows: input.components.map((component, index) => [
        String(index + 1),
        component.name,
        formLabels[component.form],
        String(component.count),
      ]),
    },
    labelLine(['2. Số lượng hồ sơ', `${String(input.setCount).padStart(2, '0')} (bộ)`]),
    labelLine(['3. Thời gian nhận hồ sơ', momentText(input.receivedAt)]),
    labelLine({
      label: '4. Thời gian trả kết quả giải quyết hồ sơ',
      value: momentText(input.due.at),
      bold: true,
    }),
    labelLine(['5. Đăng ký nhận kết quả tại', returnPlace(input)]),
    labelLine(['6. Phí, lệ phí (nếu có)', feeText(input.fees, input.money)]),
  ];
}

function returnPlace(input: SlipInput): string {
  const places: Readonly<Record<SlipInput['returnBy'], string>> = {
    desk: input.office.desk,
    post: `Tại nhà qua dịch vụ bưu chính (${input.parties.applicantAddress})`,
    online: 'Trực tuyến (bản điện tử)',
  };
  return places[input.returnBy];
}

function bookLine(input: SlipInput): Block {
  return labelLine(
    { label: 'Vào Sổ theo dõi hồ sơ, Quyển số', value: input.book?.volume ?? '', grow: 2 },
    { label: 'Số thứ tự', value: input.book?.sequence ?? '' },
  );
}
