import { type Instant, millisOf } from '../kernel/instant.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { err, type Result } from '../kernel/result.ts';
import { eventLabels } from './event-labels.ts';
import type { DossierEventKind, DossierFact } from './events.ts';
import { foldDossier, notAllowed } from './fold.ts';
import { moneyAllows } from './money-axis.ts';
import { mayDo, whoMay } from './permissions.ts';
import type { Role } from './roles.ts';
import type { DossierState } from './state.ts';
import { allowedKinds, outcomes } from './transitions.ts';

/** Who does it, in which roles, and when. */
export type Author = { readonly actor: string; readonly roles: readonly Role[]; readonly at: Instant };

/** A deadline is moved once (apology and new date, form 04); a second time is another dossier's story. */
const EXTENSION_LIMIT = 1;

/**
 * Whether a person may do this to a dossier now, and what the dossier is afterwards.
 * Looks at the role, then at the state, then at the guards of the step itself.
 */
export function decide(state: DossierState, fact: DossierFact, by: Author): Result<DossierState> {
  if (!mayDo(by.roles, fact.kind)) return err([notPermitted(fact.kind)]);
  const guarded = guard(state, fact.kind, by.at);
  if (guarded) return err([guarded]);
  return foldDossier(state, { ...fact, stream: state.dossierId, actor: by.actor, at: by.at });
}

export function notPermitted(kind: DossierEventKind): Problem {
  return problem('dossier/role', 'error', `Chỉ ${whoMay(kind)} được “${eventLabels[kind]}”.`);
}

/** What this person may do to the dossier now, in the order to offer it. */
export function availableKinds(
  state: DossierState,
  roles: readonly Role[],
  at: Instant,
): readonly DossierEventKind[] {
  return allowedKinds(state.status).filter(
    (kind) => mayDo(roles, kind) && moneyAllows(state.money, kind) && !guard(state, kind, at),
  );
}

/** Why a step is refused although role and payload are right; undefined when nothing stands against it. */
export function guard(state: DossierState, kind: DossierEventKind, at: Instant): Problem | undefined {
  if (outcomes(state.status, kind).length === 0) return notAllowed(state, kind);
  if (kind === 'dossier-refused' && state.refusalProposed === '') {
    const message = 'Chưa có đề xuất từ chối của cán bộ tiếp nhận hoặc công chức. Hãy đề xuất trước.';
    return problem('dossier/not-allowed', 'error', message);
  }
  if (kind === 'result-returned' && state.money === 'due') {
    return problem(
      'dossier/fee-open',
      'error',
      'Hãy thu phí, lệ phí hoặc ghi lý do miễn trước khi trả kết quả.',
    );
  }
  if (kind !== 'deadline-extended') return undefined;
  if (state.extensions >= EXTENSION_LIMIT) {
    const message = `Hồ sơ đã được hẹn lại ${state.extensions} lần, không được hẹn lại lần nữa.`;
    return problem('dossier/extension-limit', 'error', message);
  }
  if (millisOf(at) > millisOf(state.due.at)) {
    const message = 'Hồ sơ đã quá hạn trả; chỉ được hẹn lại khi còn trong hạn.';
    return problem('dossier/extension-late', 'error', message);
  }
  return undefined;
}
