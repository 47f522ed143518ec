import type { Reader } from '#main/store/types.ts';
import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import type { PrintDocument } from '#shared/documents/model.ts';
import { apologySlip } from '#shared/documents/slips/apology-slip.ts';
import { controlSlip } from '#shared/documents/slips/control-slip.ts';
import { receiptSlip } from '#shared/documents/slips/receipt-slip.ts';
import { refusalSlip } from '#shared/documents/slips/refusal-slip.ts';
import type { SlipInput } from '#shared/documents/slips/slip-input.ts';
import { stopNotice } from '#shared/documents/slips/stop-notice.ts';
import { supplementSlip } from '#shared/documents/slips/supplement-slip.ts';
import { type EventKind, type EventPayload, eventSchemas } from '#shared/dossiers/events.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { type Instant, localDate } from '#shared/kernel/instant.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { registerPage } from '#shared/registers/page.ts';
import { accountNames } from '../account-names.ts';

/** What the desk's own papers are made from. */
export type DeskInput = {
  readonly slip: SlipInput;
  readonly state: DossierState;
  readonly procedure: AnyProcedure;
  readonly reader: Reader;
};

/** A paper of the one-stop desk, the same for every procedure. */
export type DeskDocument = {
  readonly id: string;
  readonly title: string;
  /** Whether the dossier has come to what the paper tells of. */
  concerns(state: DossierState): boolean;
  render(input: DeskInput): PrintDocument;
};

/** Forms 01–06 of TT 03/2025/TT-VPCP, and the page of the register. */
export const deskDocuments: readonly DeskDocument[] = [
  {
    id: 'receipt-slip',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (2 liên trên A4)',
    concerns: () => true,
    render: ({ slip }) => receiptSlip(slip, 'two-on-a4'),
  },
  {
    id: 'receipt-slip-a5',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (A5)',
    concerns: () => true,
    render: ({ slip }) => receiptSlip(slip, 'a5'),
  },
  {
    id: 'supplement-slip',
    title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    concerns: (state) => state.supplementCount > 0,
    render(input) {
      const { payload, on, by } = last(input, 'supplement-requested');
      const { items, reason, dueBy } = payload;
      const until = dueBy as PlainDate | undefined;
      return supplementSlip(input.slip, { number: '', on, items, reason, dueBy: until, guideName: by });
    },
  },
  {
    id: 'refusal-slip',
    title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    concerns: (state) => state.status === 'refused',
    render(input) {
      const { payload, on } = last(input, 'dossier-refused');
      return refusalSlip(input.slip, { number: '', on, ...payload });
    },
  },
  {
    id: 'apology-slip',
    title: 'Văn bản xin lỗi và hẹn lại ngày trả kết quả',
    concerns: (state) => state.extensions > 0,
    render(input) {
      const { payload, on } = last(input, 'deadline-extended');
      const originalDue = last(input, 'dossier-received').payload.due as DueDate;
      const newDue = payload.due as DueDate;
      return apologySlip(input.slip, { number: '', on, reason: payload.reason, originalDue, newDue });
    },
  },
  {
    id: 'stop-notice',
    title: 'Thông báo dừng giải quyết hồ sơ',
    concerns: (state) => state.status === 'stopped',
    render(input) {
      const { payload, on } = last(input, 'dossier-stopped');
      return stopNotice(input.slip, { number: '', on, ...payload });
    },
  },
  {
    id: 'control-slip',
    title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    concerns: (state) => state.handOvers.length > 0,
    render({ slip, state, reader }) {
      const nameOf = accountNames(reader);
      return controlSlip(
        slip,
        state.handOvers.map((each) => ({ ...each, giver: nameOf(each.giver) })),
      );
    },
  },
  {
    id: 'register-page',
    title: 'Trang sổ hộ tịch',
    concerns: (state) => state.entry !== undefined,
    render({ slip, state, procedure, reader }) {
      const { entry } = state;
      const volume = reader.books().find((book) => book.bookId === entry?.bookId)?.volume ?? '';
      const { title } = procedure.book;
      return registerPage({ office: slip.office, book: { title, volume }, entries: entry ? [entry] : [] });
    },
  },
];

/** The last event of a kind in the dossier's stream; the paper is offered only once there is one. */
function last<K extends EventKind>({ reader, state }: DeskInput, kind: K) {
  const event = reader.streamEvents(state.dossierId).findLast((each) => each.kind === kind);
  if (!event) throw new Error(`dossier ${state.dossierId} has no event ${kind}`);
  const payload = eventSchemas[kind].parse(event.payload) as EventPayload<K>;
  return { payload, on: localDate(event.at as Instant), by: accountNames(reader)(event.actor) };
}
