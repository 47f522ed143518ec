import { assertNever } from '../kernel/assert-never.ts';
import type { DossierFact } from './events.ts';
import type { FoldableEvent } from './parse-fact.ts';
import type { DossierState } from './state.ts';
import type { Holder } from './status.ts';

/** The hand-over axis: who holds the paper dossier after an event, with a row for each change of hands. */
export function holderAfter(
  state: DossierState,
  fact: DossierFact,
  event: FoldableEvent,
): Pick<DossierState, 'holder' | 'handOvers'> {
  const move = holderMove(fact);
  if (!move) return { holder: state.holder, handOvers: state.handOvers };
  const handOver = { from: state.holder, ...move, at: event.at, giver: event.actor };
  return { holder: move.to, handOvers: [...state.handOvers, handOver] };
}

/** Who gets the paper dossier with an event, and the name of the person taking it; undefined when it stays. */
function holderMove(fact: DossierFact): { to: Holder; receiver: string; note: string } | undefined {
  switch (fact.kind) {
    case 'dossier-handed-over':
      return { to: fact.payload.to, receiver: fact.payload.receiver, note: fact.payload.note };
    case 'submitted-for-signature':
      return { to: 'leader', receiver: '', note: fact.payload.note };
    case 'signature-declined':
      return { to: 'officer', receiver: '', note: fact.payload.reason };
    case 'result-signed':
      return { to: 'officer', receiver: '', note: '' };
    case 'result-completed':
      return { to: 'reception', receiver: '', note: fact.payload.note };
    case 'result-returned':
      return { to: 'citizen', receiver: fact.payload.receiver, note: fact.payload.receiverDocument };
    case 'dossier-received':
    case 'supplement-requested':
    case 'supplement-provided':
    case 'refusal-proposed':
    case 'dossier-refused':
    case 'declaration-corrected':
    case 'verification-requested':
    case 'verification-answered':
    case 'fee-required':
    case 'fee-collected':
    case 'fee-exempted':
    case 'entry-registered':
    case 'entry-renumbered':
    case 'personal-id-recorded':
    case 'withdrawal-requested':
    case 'withdrawal-cancelled':
    case 'dossier-stopped':
    case 'deadline-extended':
    case 'code-assigned':
    case 'file-attached':
    case 'file-taken-off':
    case 'document-printed':
    case 'print-settled':
    case 'conflict-resolved':
      return undefined;
    default:
      return assertNever(fact, 'dossier event');
  }
}
