import type { DossierEventKind, EventKind, EventPayload } from '#shared/dossiers/events.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import type { FoldableEvent } from '#shared/dossiers/parse-fact.ts';
import type { DossierState } from '#shared/dossiers/state.ts';

const stream = '00000000-0000-7000-8000-000000000001';
const printId = '00000000-0000-7000-8000-000000000002';
const bookId = '00000000-0000-7000-8000-000000000003';
const entryId = '00000000-0000-7000-8000-000000000004';
const otherDevice = '00000000-0000-7000-8000-000000000005';
const numberOfBook = { bookId, book: 'club', year: 2026, number: 3, epoch: 2 };

const due = {
  at: '2026-11-23T10:00:00.000Z',
  date: '2026-11-23',
  rule: { kind: 'same-day', cutOffMinutes: 900 },
  legalBasis: 'Luật Hộ tịch 2014',
  calendarVersion: 'test',
} as const;

const fees = [
  {
    code: 'club-late',
    label: 'Lệ phí',
    unitAmount: 5000,
    quantity: 1,
    amount: 5000,
    legalBasis: 'Thử nghiệm',
  },
];

/** A reception of a made-up dossier with a fee still to collect. */
export const receivedPayload: EventPayload<'dossier-received'> = {
  procedure: 'club-membership',
  payloadVersion: 1,
  ruleSet: 'test',
  channel: 'counter',
  code: '',
  localRef: 'T-TEST-1',
  facts: {},
  components: [{ id: 'declaration', form: 'original', count: 1 }],
  setCount: 1,
  receivedAt: '2026-11-23T02:00:00.000Z',
  due,
  fees,
  returnBy: 'desk',
  parties: {
    subject: 'Nguyễn Văn Thử',
    applicant: 'Lê Thị Mẫu',
    applicantAddress: '',
    applicantPhone: '',
    applicantEmail: '',
  },
  acknowledged: [],
};

const samples: { readonly [K in EventKind]: readonly EventPayload<K>[] } = {
  'dossier-received': [receivedPayload],
  'supplement-requested': [
    {
      stage: 'desk',
      items: [{ document: 'Giấy chứng sinh', content: 'Nộp bản chính', basis: 'NĐ 123/2015' }],
      reason: 'Thiếu giấy tờ',
    },
  ],
  'supplement-provided': [{ components: [{ id: 'proof', form: 'copy', count: 1 }], note: '' }],
  'refusal-proposed': [{ reason: 'Không thuộc thẩm quyền' }],
  'dossier-refused': [{ reason: 'Không thuộc thẩm quyền', decidedBy: 'Lãnh đạo' }],
  'dossier-handed-over': [{ from: 'reception', to: 'officer', receiver: '', note: '' }],
  'declaration-corrected': [{ facts: {}, reason: 'Sai chính tả' }],
  'verification-requested': [{ addressee: 'UBND phường A', question: 'Tình trạng?', dueBy: '2026-11-26' }],
  'verification-answered': [{ answer: 'Đúng' }],
  'fee-required': [{ fees, reason: 'Đăng ký quá hạn' }],
  'fee-collected': [{ amount: 5000, method: 'cash', receipt: '0001' }],
  'fee-exempted': [{ reason: 'Hộ nghèo' }],
  'entry-registered': (['registered', 'awaiting-personal-id'] as const).map((next) => ({
    next,
    entry: {
      entryId,
      bookId,
      book: 'club',
      year: 2026,
      number: 1,
      epoch: 1,
      registeredOn: '2026-11-23',
      registrar: 'Công chức Thử',
      subject: 'Nguyễn Văn Thử',
      eventDate: '2026-11-20',
      columns: [{ label: 'Họ tên', value: 'Nguyễn Văn Thử' }],
      boxes: [],
      notes: [],
      searchKeys: [],
      statistics: {},
    },
  })),
  'entry-renumbered': [{ entryId, number: 3, epoch: 2, note: 'Số cũ 02/2026, đánh lại do cấp trùng.' }],
  'personal-id-recorded': [{ personalId: '001226000001', source: 'CSDLQGvDC' }],
  'submitted-for-signature': [{ note: '' }],
  'signature-declined': [{ reason: 'Sai tên' }],
  'result-signed': [
    { signer: { name: 'Lãnh Đạo Thử', title: 'CHỦ TỊCH', from: '2026-01-01' }, signedOn: '2026-11-23' },
  ],
  'result-completed': [{ note: '' }],
  'result-returned': [{ receiver: 'Lê Thị Mẫu', receiverDocument: '', proof: 'signature' }],
  'withdrawal-requested': [{ reason: 'Công dân đổi ý' }],
  'withdrawal-cancelled': [{ reason: 'Công dân nộp tiếp' }],
  'dossier-stopped': [{ reason: 'Công dân rút', settlement: '' }],
  'deadline-extended': [{ due, reason: 'Chờ xác minh', approvedBy: 'Lãnh đạo', number: 1 }],
  'code-assigned': [{ code: 'H26.12-261123-0001' }],
  'file-attached': [
    {
      ...{ fileId: printId, sha256: 'ab'.repeat(32), size: 1024, mime: 'image/jpeg' },
      ...{ component: '', label: 'Trang 1' },
    },
  ],
  'file-taken-off': [{ fileId: printId, reason: 'Quét nhầm' }],
  'document-printed': [
    { printId, document: 'receipt-slip', copies: 1, legal: false, sha256: 'x', stockSerial: '' },
  ],
  'print-settled': [{ printId, outcome: 'printed', reason: '' }],
  'conflict-resolved': [{ branch: [printId], choice: 'theirs', fields: [], note: '' }],
  'book-opened': [
    {
      bookId,
      book: 'club',
      year: 2026,
      volume: '01',
      lastNumber: 0,
      startBasis: '',
      epoch: 1,
      openedOn: '2026-01-02',
    },
  ],
  'book-closed': [{ bookId, lastNumber: 1, closedOn: '2026-12-31' }],
  'custody-requested': [{ bookId, deviceName: 'Máy số 2', reason: 'Máy số 1 đem đi sửa' }],
  'custody-handed-over': [
    { bookId, to: otherDevice, toName: 'Máy số 2', epoch: 2, lastNumber: 1, reason: 'Máy số 1 đem đi sửa' },
  ],
  'custody-taken-over': [
    {
      ...{ bookId, to: otherDevice, toName: 'Máy số 2', epoch: 2, lastNumber: 1 },
      ...{ approvedBy: 'Lãnh đạo', reason: 'Máy số 1 hỏng' },
    },
  ],
  'number-voided': [{ ...numberOfBook, reason: 'Hỏng trang' }],
  'paper-number-noted': [{ ...numberOfBook, basis: 'Viết tay khi mất điện, trang 3' }],
  'late-number-reported': [{ bookId, dossierId: stream, entryId, number: 2, epoch: 1 }],
  'number-granted': [
    { ...numberOfBook, dossierId: stream, entryId, oldNumber: 2, reason: 'Hai máy cùng cấp số 2' },
  ],
  'book-branch-closed': [{ bookId, branch: [entryId], reason: 'Máy số 2 đã giữ sổ' }],
  'code-block-closed': [
    {
      ...{ leaseId: bookId, day: '2026-11-23', from: 1, to: 30 },
      ...{ unused: [{ from: 12, to: 30 }], reason: 'Hết ngày' },
    },
  ],
};

/** Valid payloads of a kind, one for each way the event may lead. */
export function samplePayloads<K extends EventKind>(kind: K): readonly EventPayload<K>[] {
  return samples[kind];
}

/** An event of a dossier with its first sample payload, or with the one given. */
export function dossierEvent(kind: DossierEventKind, payload: unknown = samples[kind][0]): FoldableEvent {
  return { kind, payload, stream, actor: 'account-1', at: '2026-11-23T02:00:00.000Z' };
}

/** The dossier after these events, each with its first sample payload; the first is normally `dossier-received`. */
export function dossierAfter(...kinds: readonly DossierEventKind[]): DossierState {
  let state: DossierState | undefined;
  for (const kind of kinds) {
    const next = foldDossier(state, dossierEvent(kind));
    if (!next.ok) throw new Error(JSON.stringify(next.error));
    state = next.value;
  }
  if (!state) throw new Error('no event was folded');
  return state;
}
