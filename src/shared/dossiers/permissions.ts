import type { DossierEventKind } from './events.ts';
import { type Role, roleLabels } from './roles.ts';

/**
 * Who may do what to a dossier. Sources: one-stop process of TT 03/2025/TT-VPCP (the desk receives and returns, the
 * centre's leader refuses and gives a new date), Luật Hộ tịch 2014 (the civil-status officer keeps the book, the
 * chairman or his deputy signs). An IT administrator has no rights over dossiers.
 */
const permitted = {
  'dossier-received': ['reception-clerk', 'civil-status-officer'],
  'supplement-requested': ['reception-clerk', 'civil-status-officer'],
  'supplement-provided': ['reception-clerk', 'civil-status-officer'],
  'refusal-proposed': ['reception-clerk', 'civil-status-officer'],
  'dossier-refused': ['leader'],
  'dossier-handed-over': ['reception-clerk', 'civil-status-officer'],
  'declaration-corrected': ['reception-clerk', 'civil-status-officer'],
  'verification-requested': ['civil-status-officer'],
  'verification-answered': ['civil-status-officer'],
  'fee-required': ['civil-status-officer'],
  'fee-collected': ['reception-clerk'],
  'fee-exempted': ['reception-clerk', 'civil-status-officer'],
  'entry-registered': ['civil-status-officer'],
  'entry-renumbered': ['civil-status-officer'],
  'personal-id-recorded': ['civil-status-officer'],
  'submitted-for-signature': ['civil-status-officer'],
  'signature-declined': ['leader'],
  'result-signed': ['leader'],
  'result-completed': ['civil-status-officer'],
  'result-returned': ['reception-clerk'],
  'withdrawal-requested': ['reception-clerk'],
  'withdrawal-cancelled': ['reception-clerk'],
  'dossier-stopped': ['leader'],
  'deadline-extended': ['leader'],
  'code-assigned': ['reception-clerk'],
  'file-attached': ['reception-clerk', 'civil-status-officer'],
  'file-taken-off': ['reception-clerk', 'civil-status-officer'],
  'document-printed': ['reception-clerk', 'civil-status-officer', 'leader'],
  'print-settled': ['reception-clerk', 'civil-status-officer', 'leader'],
  'conflict-resolved': ['reception-clerk', 'civil-status-officer', 'leader'],
} as const satisfies Record<DossierEventKind, readonly Role[]>;

export function mayDo(roles: readonly Role[], kind: DossierEventKind): boolean {
  return permitted[kind].some((role) => roles.includes(role));
}

/** An IT administrator keeps the machine running and has no business with citizens' papers. */
export function maySeeDossiers(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'it-administrator');
}

/** The roles that may, in words: `Lãnh đạo UBND`. */
export function whoMay(kind: DossierEventKind): string {
  return permitted[kind].map((role) => roleLabels[role]).join(' hoặc ');
}
