import { type EventKind, isEventKind } from '../dossiers/events.ts';

/**
 * What becomes of an event whose author had not seen the whole stream.
 * `commutes`: it records what happened in any case, so it follows whatever others did, as long as the state takes it.
 * `field-merge`: its changes are put over the others' field by field.
 * `branch`: both versions are kept and a person chooses.
 */
export type MergePolicy = 'field-merge' | 'commutes' | 'branch';

export const mergePolicy = {
  'declaration-corrected': 'field-merge',
  'document-printed': 'commutes',
  'file-attached': 'commutes',
  'file-taken-off': 'commutes',
  'print-settled': 'commutes',
  'fee-collected': 'commutes',
  'fee-exempted': 'commutes',
  'code-assigned': 'commutes',
  'dossier-received': 'branch',
  'supplement-requested': 'branch',
  'supplement-provided': 'branch',
  'refusal-proposed': 'branch',
  'dossier-refused': 'branch',
  'dossier-handed-over': 'branch',
  'verification-requested': 'branch',
  'verification-answered': 'branch',
  'fee-required': 'branch',
  'entry-registered': 'branch',
  'entry-renumbered': 'branch',
  'personal-id-recorded': 'branch',
  'submitted-for-signature': 'branch',
  'signature-declined': 'branch',
  'result-signed': 'branch',
  'result-completed': 'branch',
  'result-returned': 'branch',
  'withdrawal-requested': 'branch',
  'withdrawal-cancelled': 'branch',
  'dossier-stopped': 'branch',
  'deadline-extended': 'branch',
  'conflict-resolved': 'branch',
  // Books have one holder each and are not merged; what happened at the office apart from them stands alone.
  'book-opened': 'branch',
  'book-closed': 'branch',
  'custody-requested': 'branch',
  'custody-handed-over': 'branch',
  'custody-taken-over': 'branch',
  'number-voided': 'branch',
  'paper-number-noted': 'branch',
  'late-number-reported': 'branch',
  'number-granted': 'branch',
  'code-block-closed': 'commutes',
  'book-branch-closed': 'commutes',
} as const satisfies Record<EventKind, MergePolicy>;

type Written = { readonly kind: string; readonly device: string };

/**
 * The kinds of the events an author had not seen: the latest that other machines wrote.
 * @param history the stream as it stands, in order
 * @returns undefined when the author had not even seen what its own machine wrote
 */
export function overlookedBy(
  event: { readonly base: number; readonly device: string },
  history: readonly Written[],
): readonly string[] | undefined {
  const behind = history.length - event.base;
  const others = history.filter((each) => each.device !== event.device);
  if (behind < 0 || behind > others.length) return undefined;
  return others.slice(others.length - behind).map(({ kind }) => kind);
}

/** Whether an event may follow others its author had not seen. The state and the rules still have their say. */
export function mayFollow(
  event: { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> },
  overlooked: readonly string[],
): boolean {
  switch (policyOf(event.kind)) {
    case 'commutes':
      return true;
    case 'field-merge':
      return event.payload.changes !== undefined || overlooked.every(commutes);
    default:
      return overlooked.every(commutes);
  }
}

/** Whether an event of this kind only records what happened, beside what people decide. */
export function commutes(kind: string): boolean {
  return policyOf(kind) === 'commutes';
}

/** What this app does not know may mean anything. */
function policyOf(kind: string): MergePolicy {
  return isEventKind(kind) ? mergePolicy[kind] : 'branch';
}
