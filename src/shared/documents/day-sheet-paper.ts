import type { OfficeProfile } from '../dossiers/office.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { heading, labelLine, letterhead, paragraph, portraitA4, signatures, title } from './blocks.ts';
import { dateText } from './date-text.ts';
import type { Block, PrintDocument } from './model.ts';

/** What the day's sheet says on paper; numbers are already words. */
export type DaySheetPaper = {
  readonly office: OfficeProfile;
  readonly day: PlainDate;
  readonly deviceName: string;
  /** Why the city could not be asked; empty when it was. */
  readonly cityMessage: string;
  readonly kinds: readonly {
    readonly label: string;
    readonly here: number;
    readonly unsent: number;
    readonly city: number | null;
    readonly same: boolean | null;
  }[];
  readonly differences: readonly { readonly label: string; readonly wayOut: string }[];
  readonly books: readonly {
    readonly title: string;
    readonly year: number;
    readonly first: number;
    readonly last: number;
    readonly count: number;
    readonly voided: readonly number[];
    readonly paper: readonly number[];
    readonly open: readonly string[];
  }[];
  readonly money: readonly {
    readonly method: 'cash' | 'transfer';
    readonly count: number;
    readonly amount: number;
  }[];
  readonly drafts: readonly { readonly owner: string; readonly count: number }[];
};

const name = 'Phiếu đối soát cuối ngày và bàn giao ca';

/** One sheet by which a shift is closed: what the city has, what it has not, numbers, money, and who gave it to whom. */
export function daySheetPaper(input: DaySheetPaper): PrintDocument {
  const { office, day } = input;
  return {
    title: name,
    sheet: { ...portraitA4, fontSize: 11 },
    pages: [
      {
        blocks: [
          letterhead(office, { unit: office.desk, date: day }),
          title(name.toUpperCase(), `${dateText(day)} – ${input.deviceName}`),
          ...kindBlocks(input),
          ...differenceBlocks(input),
          ...bookBlocks(input),
          ...moneyBlocks(input),
          signatures(
            { title: 'Người bàn giao ca', note: '(Ký và ghi rõ họ tên)', name: '' },
            { title: 'Người nhận ca', note: '(Ký và ghi rõ họ tên)', name: '' },
            { title: 'Lãnh đạo đơn vị', note: '(Ký và ghi rõ họ tên)', name: '' },
          ),
        ],
      },
    ],
  };
}

function kindBlocks({ kinds, cityMessage }: DaySheetPaper): readonly Block[] {
  return [
    heading('1. Đối chiếu với thành phố'),
    ...(cityMessage === '' ? [] : [paragraph(`Chưa đối chiếu được: ${cityMessage}`)]),
    {
      kind: 'table',
      columns: [
        { title: 'Việc', width: 74 },
        { title: 'Tại máy', width: 22, align: 'right' },
        { title: 'Chưa gửi', width: 22, align: 'right' },
        { title: 'Thành phố', width: 24, align: 'right' },
        { title: 'Kết quả', width: 28 },
      ],
      rows: kinds.map((row) => [
        row.label,
        String(row.here),
        String(row.unsent),
        row.city === null ? '–' : String(row.city),
        row.same === null ? '–' : row.same ? 'Khớp' : 'LỆCH',
      ]),
    },
  ];
}

function differenceBlocks({ differences }: DaySheetPaper): readonly Block[] {
  const byKind = Map.groupBy(differences, (each) => `${each.label}: ${each.wayOut}`);
  if (byKind.size === 0) return [paragraph('Không có chênh lệch.')];
  return [...byKind].map(([text, each]) => paragraph(`${each.length} × ${text}`));
}

function bookBlocks({ books }: DaySheetPaper): readonly Block[] {
  return [
    heading('2. Số đã cấp trong ngày'),
    ...(books.length === 0 ? [paragraph('Không cấp số nào.')] : []),
    ...books.flatMap((book) => [
      labelLine(
        [`${book.title} ${book.year}`, book.count === 0 ? 'không có' : `${book.first}–${book.last}`],
        ['Số bản', String(book.count)],
      ),
      labelLine(
        ['Bỏ trống', book.voided.join(', ') || 'không'],
        ['Viết tay', book.paper.join(', ') || 'không'],
        ['Chưa giải trình', book.open.join(', ') || 'không'],
      ),
    ]),
  ];
}

const methods = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' } as const;

function moneyBlocks({ money, drafts }: DaySheetPaper): readonly Block[] {
  return [
    heading('3. Tiền thu và việc dở dang'),
    labelLine(
      ...money.map(
        ({ method, count, amount }) => [methods[method], `${dong(amount)} (${count} lượt)`] as const,
      ),
    ),
    labelLine([
      'Bản nháp còn mở',
      drafts.map((each) => `${each.owner} (${each.count})`).join(', ') || 'không',
    ]),
  ];
}

/** `16.000 đồng`. */
function dong(amount: number): string {
  return `${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}
