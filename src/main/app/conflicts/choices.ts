import type { Contract } from '#shared/contract/index.ts';
import { notPermitted } from '#shared/dossiers/decide.ts';
import type { DossierEventKind } from '#shared/dossiers/events.ts';
import { mayDo } from '#shared/dossiers/permissions.ts';
import type { Role } from '#shared/dossiers/roles.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { commutes } from '#shared/sync/merge.ts';
import type { OutputOf } from '../contract-types.ts';
import { type Comparison, isCarriedOver } from './compare.ts';
import { isNumberConflict } from './number-conflict.ts';

type Choice = OutputOf<Contract['conflicts']['get']>['choices'][number];

/** Why a person may not close this branch; undefined when nothing stands against it. */
export function whyNot({ branch, stopped }: Comparison, roles: readonly Role[]): Problem | undefined {
  if (isNumberConflict(stopped.reason)) {
    return problem('sync/number-conflict', 'error', errorCodes['sync/number-conflict']);
  }
  const kinds = branch.filter((event) => event.kind !== 'conflict-resolved' && !commutes(event.kind));
  const forbidden = kinds.find((event) => !mayDo(roles, event.kind as DossierEventKind));
  return forbidden && notPermitted(forbidden.kind as DossierEventKind);
}

/**
 * What a person may choose: a refused reception can only be corrected, for somebody holds its receipt; a version is
 * worth keeping while something of it can still be done.
 */
export function choicesOf(found: Comparison, roles: readonly Role[]): Choice[] {
  if (whyNot(found, roles)) return [];
  if (!found.theirs) return ['fields'];
  const corrects = found.correctable && found.branch.some((event) => !isCarriedOver(event));
  const keeps = corrects || found.branch.some((event) => found.fitting.has(event) && !commutes(event.kind));
  return [...(keeps ? ['mine' as const] : []), 'theirs', ...(corrects ? ['fields' as const] : [])];
}
