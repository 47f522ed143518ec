import { assertNever } from '../kernel/assert-never.ts';
import { type Instant, localDateTime } from '../kernel/instant.ts';
import { type PlainDate, partsOf } from '../kernel/plain-date.ts';
import { entryNumberText } from '../registers/entry.ts';
import { eventLabels } from './event-labels.ts';
import type { Fact } from './events.ts';
import { parseFact } from './parse-fact.ts';

/** `text`: one Vietnamese line; `detail`: what it says more exactly, may be empty. */
export type TimelineText = { readonly text: string; readonly detail: string };

/** Words for one event. An event of a newer version is named by its kind instead of being hidden. */
export function timelineText(event: Parameters<typeof parseFact>[0]): TimelineText {
  const parsed = parseFact(event);
  if (!parsed.ok)
    return { text: `Sự kiện “${event.kind}”`, detail: 'Cần phiên bản mới hơn để đọc nội dung.' };
  return { text: headline(parsed.value), detail: detailOf(parsed.value) };
}

function headline(fact: Fact): string {
  if (fact.kind === 'entry-registered') return `Ghi vào sổ số ${entryNumberText(fact.payload.entry)}`;
  if (fact.kind === 'print-settled' && fact.payload.outcome === 'spoilt') return 'Bản in hỏng';
  if (fact.kind === 'print-settled' && fact.payload.outcome === 'cancelled') return 'Hủy lượt in';
  return eventLabels[fact.kind];
}

function detailOf(fact: Fact): string {
  switch (fact.kind) {
    case 'dossier-received':
      return `Hẹn trả ${moment(fact.payload.due.at)}; ${fact.payload.components.length} loại giấy tờ.`;
    case 'supplement-requested':
      return fact.payload.items.map((item) => `${item.document}: ${item.content}`).join('; ');
    case 'dossier-handed-over':
    case 'supplement-provided':
    case 'submitted-for-signature':
    case 'result-completed':
      return fact.payload.note;
    case 'refusal-proposed':
    case 'dossier-refused':
    case 'declaration-corrected':
    case 'fee-exempted':
    case 'signature-declined':
    case 'withdrawal-requested':
    case 'withdrawal-cancelled':
      return fact.payload.reason;
    case 'verification-requested':
      return `${fact.payload.addressee}: ${fact.payload.question} (trả lời trước ${day(fact.payload.dueBy)})`;
    case 'verification-answered':
      return fact.payload.answer;
    case 'fee-required':
      return `${fact.payload.reason} – ${dong(fact.payload.fees.reduce((sum, line) => sum + line.amount, 0))}`;
    case 'fee-collected':
      return `${dong(fact.payload.amount)}, ${fact.payload.method === 'cash' ? 'tiền mặt' : 'chuyển khoản'}, biên lai ${fact.payload.receipt}`;
    case 'entry-registered':
      return fact.payload.next === 'awaiting-personal-id' ? 'Chờ cấp số định danh cá nhân.' : '';
    case 'personal-id-recorded':
      return `Nguồn: ${fact.payload.source}`;
    case 'result-signed':
      return `${fact.payload.signer.name}, ngày ${day(fact.payload.signedOn)}`;
    case 'result-returned':
      return `Người nhận: ${fact.payload.receiver} (${proofs[fact.payload.proof]})`;
    case 'dossier-stopped':
      return [fact.payload.reason, fact.payload.settlement].filter(Boolean).join('; ');
    case 'deadline-extended':
      return `Hẹn lại ${moment(fact.payload.due.at)}: ${fact.payload.reason}`;
    case 'code-assigned':
      return fact.payload.code;
    case 'file-attached':
      return fact.payload.label;
    case 'file-taken-off':
      return fact.payload.reason;
    case 'document-printed':
      return `${fact.payload.document}, ${fact.payload.copies} bản`;
    case 'print-settled':
      return fact.payload.reason;
    case 'entry-renumbered':
      return fact.payload.note;
    case 'conflict-resolved':
      return [choices[fact.payload.choice], fact.payload.note].filter(Boolean).join(' ');
    case 'book-opened':
      return `Năm ${fact.payload.year}, quyển ${fact.payload.volume}, số cuối đã cấp ${fact.payload.lastNumber}`;
    case 'book-closed':
      return `Số cuối ${fact.payload.lastNumber}, ngày ${day(fact.payload.closedOn)}`;
    case 'custody-requested':
      return `${fact.payload.deviceName}: ${fact.payload.reason}`;
    case 'custody-handed-over':
    case 'custody-taken-over':
      return `Cho ${fact.payload.toName}, từ sau số ${fact.payload.lastNumber}: ${fact.payload.reason}`;
    case 'number-voided':
      return `Số ${entryNumberText(fact.payload)}: ${fact.payload.reason}`;
    case 'paper-number-noted':
      return `Số ${entryNumberText(fact.payload)}: ${fact.payload.basis}`;
    case 'late-number-reported':
      return `Số ${fact.payload.number}`;
    case 'number-granted':
      return `Số ${fact.payload.oldNumber} thành ${entryNumberText(fact.payload)}: ${fact.payload.reason}`;
    case 'book-branch-closed':
      return fact.payload.reason;
    case 'code-block-closed':
      return `Ngày ${day(fact.payload.day)}, dải ${fact.payload.from}–${fact.payload.to}`;
    default:
      return assertNever(fact, 'event');
  }
}

const choices = {
  mine: 'Giữ bản của máy lập nhánh.',
  theirs: 'Giữ bản đã có ở thành phố.',
  fields: 'Chọn theo từng trường.',
} as const;

const proofs = { signature: 'ký nhận', post: 'qua bưu chính', electronic: 'bản điện tử' } as const;

/** `17:00 ngày 26/11/2026` in Hà Nội. */
function moment(at: string): string {
  const { date, minutes } = localDateTime(at as Instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)} ngày ${day(date)}`;
}

function day(date: string): string {
  const parts = partsOf(date as PlainDate);
  return `${String(parts.day).padStart(2, '0')}/${String(parts.month).padStart(2, '0')}/${parts.year}`;
}

/** `16.000 đồng`. */
function dong(amount: number): string {
  return `${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}
