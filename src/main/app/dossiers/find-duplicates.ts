import type { Reader, SearchHit } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { Facts } from '#shared/forms/field.ts';
import { foldForSearch } from '#shared/people/fold.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import type { OutputOf } from '../contract-types.ts';

export type PossibleDuplicate = OutputOf<Contract['dossiers']['check']>['duplicates'][number];

/**
 * Drafts, dossiers and entries that may tell of the same event (rule G06). The same subject on the same day may be a
 * duplicate; another subject of the same mother on that day is likely a twin and only told.
 * @param except ids not to report: the draft being checked
 */
export function findDuplicates(
  reader: Reader,
  procedure: AnyProcedure,
  facts: Facts,
  except: readonly string[],
): PossibleDuplicate[] {
  const key = procedure.duplicateKey?.(facts);
  if (!key || key.subject === '') return [];
  const others = (hit: SearchHit): boolean => hit.procedure === procedure.id && !except.includes(hit.id);
  const same = reader.sameSubject(key.subject, key.eventDate).filter(others);
  const twins =
    key.parent === ''
      ? []
      : reader
          .onDay(key.parent, key.eventDate)
          .filter(others)
          .filter((hit) => foldForSearch(hit.subject) !== foldForSearch(key.subject));
  return [
    ...same.map((hit) => reported(hit, false, 'Trùng họ tên và ngày. Hãy mở ra đối chiếu.')),
    ...twins.map((hit) =>
      reported(hit, true, 'Cùng mẹ, cùng ngày nhưng khác tên: có thể là con sinh đôi, không phải trùng.'),
    ),
  ];
}

function reported(hit: SearchHit, likelyTwin: boolean, reason: string): PossibleDuplicate {
  const { where, id, code, subject, date } = hit;
  return { where, id, code, subject, date, reason, likelyTwin };
}
