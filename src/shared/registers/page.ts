import { checkboxes, labelLine, letterhead, paragraph, signatures, title } from '../documents/blocks.ts';
import { dateText } from '../documents/date-text.ts';
import type { Block, Page, PrintDocument } from '../documents/model.ts';
import type { OfficeProfile } from '../dossiers/office.ts';
import { entryNumberText, type RegisterEntry } from './entry.ts';

export type RegisterPageInput = {
  readonly office: OfficeProfile;
  /** Title on the cover (`Sổ đăng ký khai sinh`) and Quyển số. */
  readonly book: { readonly title: string; readonly volume: string };
  /** One page each, in the order given. */
  readonly entries: readonly RegisterEntry[];
  /** Trang số of the first entry; dotted when unknown. */
  readonly firstPage?: number;
};

/**
 * Pages of a register book (Sổ hộ tịch) as they are bound: data on the left 70 %, tick boxes and Ghi chú on the right
 * 30 %, the number, volume and day above, Trang số below (TT 04/2020/TT-BTP, Phụ lục 2 and 4).
 */
export function registerPage(input: RegisterPageInput): PrintDocument {
  return {
    title: input.book.title,
    sheet: {
      size: 'A4',
      orientation: 'portrait',
      margin: { top: 12, right: 10, bottom: 10, left: 20 },
      fontSize: 12,
    },
    pages: input.entries.map((entry, index) => entryPage(input, entry, index)),
  };
}

function entryPage(input: RegisterPageInput, entry: RegisterEntry, index: number): Page {
  const pageNumber = input.firstPage === undefined ? '' : String(input.firstPage + index);
  return {
    blocks: [
      letterhead(input.office),
      title(input.book.title.toUpperCase()),
      labelLine(['Số', entryNumberText(entry)], ['Quyển', input.book.volume], {
        label: 'Ngày, tháng, năm đăng ký',
        value: dateText(entry.registeredOn),
        grow: 4,
      }),
      { kind: 'rule' },
      {
        kind: 'columns',
        columns: [
          { width: 123, blocks: dataBlocks(entry) },
          { width: 53, blocks: marginBlocks(entry) },
        ],
      },
      { kind: 'rule' },
      labelLine({ label: '', value: ' ', grow: 5 }, ['Trang số', pageNumber]),
    ],
  };
}

function dataBlocks(entry: RegisterEntry): readonly Block[] {
  return [
    ...entry.columns.map((column) => labelLine([column.label, column.value])),
    signatures(
      { title: 'Người đi đăng ký', note: '(Ký, ghi rõ họ, chữ đệm, tên)', name: '' },
      { title: 'Người thực hiện', note: '(Ký, ghi rõ họ, chữ đệm, tên)', name: entry.registrar },
    ),
  ];
}

function marginBlocks(entry: RegisterEntry): readonly Block[] {
  return [
    ...entry.boxes.map((box) => checkboxes([box.label, box.checked])),
    paragraph([{ text: 'Ghi chú', bold: true }], { align: 'left' }),
    ...entry.notes.map((note) => paragraph(note, { align: 'left' })),
    ...Array.from({ length: 4 }, () => labelLine(['', ''])),
  ];
}
