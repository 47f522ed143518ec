import type { DossierFact } from '#shared/dossiers/events.ts';
import { applyChanges, sameValue } from '#shared/dossiers/fact-changes.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { fieldsOf } from '#shared/forms/field.ts';
import { normaliseFacts } from '#shared/forms/normalise.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { type Instant, localDate } from '#shared/kernel/instant.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Catalogues } from './catalogues.ts';
import { held, type Rejected, type Verdict } from './verdict.ts';

/**
 * The verdict on an event that was put over events its author had not seen. What would be wrong by itself is here at
 * odds with others, so it is held for people; so is a merge whose names or fees nobody has seen.
 */
export function judgeMerge(
  ledger: Ledger,
  stream: string,
  fact: DossierFact,
  verdict: Verdict,
  catalogues: Catalogues,
): Verdict {
  const before = ledger.dossiers.get(stream);
  const procedure = before && catalogues.findProcedure(before.procedure);
  if (verdict.outcome !== 'accepted') {
    if (verdict.reason !== 'city/transition' && verdict.reason !== 'city/invalid-facts') return verdict;
    return atOdds(before, fact, procedure) ?? held('city/stale-base', verdict.message, verdict.field);
  }
  if (fact.kind !== 'declaration-corrected' || !verdict.dossier || !procedure) return verdict;
  return isWhole(verdict.dossier, procedure, ledger, catalogues)
    ? verdict
    : held(
        'city/stale-base',
        'Ghép nội dung sửa của hai máy làm thay đổi tên, lệ phí hoặc phần khai liên quan; cần người so sánh.',
      );
}

/** Names the fields that were changed to something else meanwhile. */
function atOdds(
  before: DossierState | undefined,
  fact: DossierFact,
  procedure: AnyProcedure | undefined,
): Rejected | undefined {
  if (!before || fact.kind !== 'declaration-corrected') return undefined;
  const applied = applyChanges(before.facts, fact.payload.changes ?? []);
  if (applied.ok) return undefined;
  const labels = new Map(fieldsOf(procedure?.form ?? { sections: [] }).map(({ key, label }) => [key, label]));
  const names = applied.error.map((key) => `“${labels.get(key) ?? key}”`).join(', ');
  return held('city/stale-base', `${errorCodes['city/stale-base']} Khác nhau ở: ${names}.`, applied.error[0]);
}

/** Whether what was derived by each author alone is what follows from both together. */
function isWhole(
  { facts, parties, fees, money, receivedAt }: DossierState,
  procedure: AnyProcedure,
  ledger: Ledger,
  { calendar }: Catalogues,
): boolean {
  const context = { office: ledger.profile, today: localDate(receivedAt as Instant), calendar };
  const open = money === 'none' || money === 'due';
  return (
    sameValue(normaliseFacts(procedure.form, facts), facts) &&
    sameValue(procedure.parties(facts), parties) &&
    (!open || sameValue(procedure.fees(facts, context), fees))
  );
}
