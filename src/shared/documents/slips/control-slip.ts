import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import type { HandOver } from '#shared/dossiers/state.ts';
import type { Holder } from '#shared/dossiers/status.ts';
import { type Instant, localDate, millisOf, parseInstant } from '#shared/kernel/instant.ts';
import { labelLine, title } from '../blocks.ts';
import { momentText } from '../date-text.ts';
import type { PrintDocument } from '../model.ts';
import type { SlipInput } from './slip-input.ts';
import { codeBlocks, requestBlock, slipDocument, slipHead } from './slip-parts.ts';

/** Form 06 of TT 03/2025/TT-VPCP: every hand-over in order; it travels with the dossier and no row is ever rewritten. */
export function controlSlip(input: SlipInput, handOvers: readonly HandOver[]): PrintDocument {
  return slipDocument('Phiếu kiểm soát quá trình giải quyết hồ sơ', [
    slipHead(input, localDate(input.receivedAt)),
    title('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ'),
    ...codeBlocks(input),
    labelLine(['Cơ quan (bộ phận) giải quyết hồ sơ', input.office.name]),
    labelLine(['Cơ quan phối hợp giải quyết hồ sơ (nếu có)', '']),
    requestBlock(input),
    labelLine(['Thời gian trả kết quả', momentText(input.due.at)]),
    {
      kind: 'table',
      columns: [
        { title: 'TÊN CƠ QUAN', width: 36 },
        { title: 'THỜI GIAN GIAO, NHẬN HỒ SƠ', width: 46 },
        { title: 'KẾT QUẢ GIẢI QUYẾT HỒ SƠ', width: 24, align: 'center' },
        { title: 'GHI CHÚ', width: 20 },
      ],
      rows: handOvers.map((handOver) => row(input, handOver)),
    },
  ]);
}

function row(input: SlipInput, handOver: HandOver): readonly string[] {
  const at = parseInstant(handOver.at);
  return [
    `1. Giao: ${holderName(input, handOver.from)}\n2. Nhận: ${holderName(input, handOver.to)}`,
    `${at ? momentText(at) : ''}\nNgười giao: ${handOver.giver}\nNgười nhận: ${handOver.receiver}`,
    at ? stepResult(at, input.due) : '',
    handOver.note,
  ];
}

function holderName(input: SlipInput, holder: Holder): string {
  const names: Readonly<Record<Holder, string>> = {
    reception: input.office.desk,
    officer: 'Công chức tư pháp – hộ tịch',
    leader: `Lãnh đạo ${input.office.name}`,
    citizen: 'Người nộp hồ sơ',
  };
  return names[holder];
}

/** Against the dossier's own due time, since steps have no time of their own: before its day, by it, or after it. */
function stepResult(at: Instant, due: DueDate): string {
  if (localDate(at) < due.date) return 'Trước hạn';
  return millisOf(at) <= millisOf(due.at) ? 'Đúng hạn' : 'Quá hạn';
}
