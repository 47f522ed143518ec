import type { DossierEventKind } from './events.ts';
import type { DossierStatus } from './status.ts';

/** Where an event leads from a state; a list when the event (`next`) or the state before a withdrawal says which. */
type Outcome = DossierStatus | readonly DossierStatus[];
type Row = Partial<Record<DossierEventKind, Outcome>>;

/** Events that change no state, allowed at any moment of a received dossier. */
const recording = [
  'document-printed',
  'print-settled',
  'code-assigned',
  'file-attached',
  'file-taken-off',
  'fee-collected',
  'fee-exempted',
  'conflict-resolved',
] as const satisfies readonly DossierEventKind[];

/** States a citizen may ask to withdraw from, and so come back to when the request is taken back. */
const withdrawable = [
  'received',
  'supplement-at-desk',
  'supplement-by-officer',
  'under-review',
  'verifying',
  'fee-required',
] as const satisfies readonly DossierStatus[];

/**
 * What may happen in which state, and where it leads. Checked by the compiler for completeness of states;
 * a refusal lists the row. Source: one-stop process of 2025 (tiếp nhận, thẩm tra, vào sổ, ký, trả).
 */
export const transitions = {
  submitted: { 'dossier-received': 'received', 'dossier-refused': 'refused' },
  received: {
    'dossier-handed-over': 'under-review',
    'supplement-requested': 'supplement-at-desk',
    'refusal-proposed': 'received',
    'dossier-refused': 'refused',
    'declaration-corrected': 'received',
    'withdrawal-requested': 'withdraw-requested',
    'deadline-extended': 'received',
  },
  'supplement-at-desk': {
    'supplement-provided': 'received',
    'declaration-corrected': 'supplement-at-desk',
    'refusal-proposed': 'supplement-at-desk',
    'dossier-refused': 'refused',
    'withdrawal-requested': 'withdraw-requested',
    'deadline-extended': 'supplement-at-desk',
  },
  'supplement-by-officer': {
    'supplement-provided': 'under-review',
    'declaration-corrected': 'supplement-by-officer',
    'refusal-proposed': 'supplement-by-officer',
    'dossier-refused': 'refused',
    'withdrawal-requested': 'withdraw-requested',
    'deadline-extended': 'supplement-by-officer',
  },
  refused: {},
  'under-review': {
    'declaration-corrected': 'under-review',
    'supplement-requested': 'supplement-by-officer',
    'verification-requested': 'verifying',
    'fee-required': 'fee-required',
    'refusal-proposed': 'under-review',
    'dossier-refused': 'refused',
    'entry-registered': ['registered', 'awaiting-personal-id'],
    'withdrawal-requested': 'withdraw-requested',
    'deadline-extended': 'under-review',
  },
  verifying: {
    'verification-answered': 'under-review',
    'withdrawal-requested': 'withdraw-requested',
    'deadline-extended': 'verifying',
  },
  'fee-required': {
    'fee-collected': 'under-review',
    'fee-exempted': 'under-review',
    'withdrawal-requested': 'withdraw-requested',
    'deadline-extended': 'fee-required',
  },
  registered: {
    'submitted-for-signature': 'awaiting-signature',
    'entry-renumbered': 'registered',
    'deadline-extended': 'registered',
  },
  'awaiting-personal-id': {
    'personal-id-recorded': 'registered',
    'entry-renumbered': 'awaiting-personal-id',
    'deadline-extended': 'awaiting-personal-id',
  },
  'awaiting-signature': {
    'result-signed': 'signed',
    'signature-declined': 'registered',
    'entry-renumbered': 'awaiting-signature',
    'deadline-extended': 'awaiting-signature',
  },
  signed: { 'result-completed': 'done', 'entry-renumbered': 'signed' },
  'withdraw-requested': {
    'dossier-stopped': 'stopped',
    'withdrawal-cancelled': withdrawable,
  },
  stopped: {},
  done: { 'result-returned': 'returned', 'entry-renumbered': 'done' },
  returned: { 'entry-renumbered': 'returned' },
} as const satisfies Record<DossierStatus, Row>;

/** The states an event may lead to from a state; empty when it is not allowed there. */
export function outcomes(status: DossierStatus, kind: DossierEventKind): readonly DossierStatus[] {
  const row: Row = transitions[status];
  const outcome = row[kind];
  if (outcome !== undefined) return typeof outcome === 'string' ? [outcome] : outcome;
  return recording.some((each) => each === kind) ? [status] : [];
}

/** Event kinds allowed from a state, for the refusal message and for the buttons of the window. */
export function allowedKinds(status: DossierStatus): readonly DossierEventKind[] {
  return [...new Set([...(Object.keys(transitions[status]) as DossierEventKind[]), ...recording])];
}
