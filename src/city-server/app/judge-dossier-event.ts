import { guard } from '#shared/dossiers/decide.ts';
import { closedBy, type DossierFact } from '#shared/dossiers/events.ts';
import { foldFact } from '#shared/dossiers/fold.ts';
import { parseInstant } from '#shared/kernel/instant.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Catalogues } from './catalogues.ts';
import { checkEntryNumber } from './check-entry-number.ts';
import { checkFacts } from './check-facts.ts';
import { held, refused, type Verdict } from './verdict.ts';

/** Judges an event that follows what is known of its dossier. */
export function judgeDossierEvent(
  ledger: Ledger,
  envelope: Envelope,
  fact: DossierFact,
  catalogues: Catalogues,
): Verdict {
  const entry = fact.kind === 'entry-registered' ? fact.payload.entry : undefined;
  const number = entry && checkEntryNumber(ledger, envelope.device, entry);
  if (number?.rejected) return number.rejected;
  // After an event this server does not know, the state is not known either; numbers still are.
  const parked = ledger.streams.get(envelope.stream)?.parked === true;
  if (parked) return { outcome: 'accepted', parked, ...(number && { entry: number.entry }) };

  const closed = closedBy(fact);
  if (closed.some((id) => ledger.accepted.has(id))) {
    return held('city/stale-base', 'Thành phố đã nhận một bản ghi của nhánh này; hãy xem lại hồ sơ.');
  }
  const state = ledger.dossiers.get(envelope.stream);
  const at = parseInstant(envelope.at);
  if (!at) return refused('city/malformed', undefined, 'at');
  const stopped = state && guard(state, fact.kind, at);
  if (stopped) return refused('city/transition', stopped.message);
  const wrong = checkFacts(ledger.profile, state, fact, at, catalogues);
  if (wrong) return wrong;
  if (fact.kind === 'entry-renumbered' && !isGranted(ledger, fact.payload)) return held('city/stale-epoch');
  const next = foldFact(state, fact, envelope);
  if (!next.ok) return refused('city/transition', next.error[0]?.message);
  const { code } = next.value;
  if (code !== '' && (ledger.codes.get(code) ?? envelope.stream) !== envelope.stream) {
    return held('city/code-taken', `Mã ${code} đã cấp cho hồ sơ khác. Hãy báo cán bộ CNTT.`);
  }
  return { outcome: 'accepted', dossier: next.value, closed, ...(number && { entry: number.entry }) };
}

/** Only the holder of the book gives a late entry another number. */
function isGranted(ledger: Ledger, to: { readonly entryId: string; readonly number: number }): boolean {
  return [...ledger.books.values()].some(({ state }) =>
    state.marks.some((mark) => mark.entryId === to.entryId && mark.number === to.number),
  );
}
