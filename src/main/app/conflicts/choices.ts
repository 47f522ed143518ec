import type { Contract } from '#shared/contract/index.ts';
import { notPermitted } from '#shared/dossiers/decide.ts';
import type { DossierEventKind } from '#shared/dossiers/events.ts';
import { mayDo } from '#shared/dossiers/permissions.ts';
import { roles as everyRole, type Role } from '#shared/dossiers/roles.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { commutes } from '#shared/sync/merge.ts';
import type { OutputOf } from '../contract-types.ts';
import { type Comparison, isCarriedOver } from './compare.ts';
import { isNumberConflict } from './number-conflict.ts';

type Choice = OutputOf<Contract['conflicts']['get']>['choices'][number];

/** Why a person may not close this branch; undefined when nothing stands against it. */
export function whyNot(found: Comparison, roles: readonly Role[]): Problem | undefined {
  if (isNumberConflict(found.stopped.reason) && found.registered) {
    return problem('sync/number-conflict', 'error', errorCodes['sync/number-conflict']);
  }
  const forbidden = forbiddenStep(found, roles);
  return forbidden && !mayGiveUp(found, roles) ? notPermitted(forbidden) : undefined;
}

/** The first decision of the branch that is not this person's to make. */
function forbiddenStep({ branch }: Comparison, roles: readonly Role[]): DossierEventKind | undefined {
  const decisions = branch.filter((event) => event.kind !== 'conflict-resolved' && !commutes(event.kind));
  return decisions.map((event) => event.kind as DossierEventKind).find((kind) => !mayDo(roles, kind));
}

/** A branch with decisions of two roles is nobody's to do again: a leader may give it up. */
function mayGiveUp(found: Comparison, roles: readonly Role[]): boolean {
  return roles.includes('leader') && everyRole.every((role) => forbiddenStep(found, [role]) !== undefined);
}

/**
 * What a person may choose: a refused reception can only be corrected, for somebody holds its receipt; a version is
 * worth keeping while something of it can still be done.
 */
export function choicesOf(found: Comparison, roles: readonly Role[]): Choice[] {
  if (whyNot(found, roles)) return [];
  if (!found.theirs) return ['fields'];
  if (forbiddenStep(found, roles)) return ['theirs'];
  const corrects = found.correctable && found.branch.some((event) => !isCarriedOver(event));
  const keeps = corrects || found.branch.some((event) => found.fitting.has(event) && !commutes(event.kind));
  return [...(keeps ? ['mine' as const] : []), 'theirs', ...(corrects ? ['fields' as const] : [])];
}
