import type { Action, ActionKind } from '#shared/contract/dossiers.ts';
import type { DossierFact } from '#shared/dossiers/events.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { ActionContext, PayloadOf } from './action-context.ts';
import { extendDeadline } from './deadline-extended.ts';
import { correctDeclaration } from './declaration-corrected.ts';
import { handOver } from './dossier-handed-over.ts';
import { refuseDossier } from './dossier-refused.ts';
import { registerEntry } from './entry-registered.ts';
import { collectFee } from './fee-collected.ts';
import { requireFee } from './fee-required.ts';
import { recordPersonalId } from './personal-id-recorded.ts';
import { signResult } from './result-signed.ts';
import { requestSupplement } from './supplement-requested.ts';
import { requestVerification } from './verification-requested.ts';

/** For actions whose event says just what the person said. */
function asSaid<A extends { readonly kind: string }>({ kind: _, ...said }: A): Result<Omit<A, 'kind'>> {
  return ok(said);
}

/** How each action becomes an event. A new action does not compile until it is here. */
const payloads: { readonly [K in ActionKind]: PayloadOf<K> } = {
  'supplement-requested': requestSupplement,
  'supplement-provided': (action) => asSaid(action),
  'refusal-proposed': (action) => asSaid(action),
  'dossier-refused': refuseDossier,
  'dossier-handed-over': handOver,
  'declaration-corrected': correctDeclaration,
  'verification-requested': requestVerification,
  'verification-answered': (action) => asSaid(action),
  'fee-required': requireFee,
  'fee-collected': collectFee,
  'fee-exempted': (action) => asSaid(action),
  'entry-registered': registerEntry,
  'personal-id-recorded': recordPersonalId,
  'submitted-for-signature': (action) => asSaid(action),
  'signature-declined': (action) => asSaid(action),
  'result-signed': signResult,
  'result-completed': (action) => asSaid(action),
  'result-returned': (action) => asSaid(action),
  'withdrawal-requested': (action) => asSaid(action),
  'withdrawal-cancelled': (action) => asSaid(action),
  'dossier-stopped': (action) => asSaid(action),
  'deadline-extended': extendDeadline,
};

export function isActionKind(kind: string): kind is ActionKind {
  return Object.hasOwn(payloads, kind);
}

/** The event an action asks for. The table above pairs kinds and payloads, which one signature cannot say. */
export function factOf(action: Action, context: ActionContext): Result<DossierFact> {
  const payloadOf = payloads[action.kind] as (action: Action, context: ActionContext) => Result<unknown>;
  const payload = payloadOf(action, context);
  return payload.ok ? ok({ kind: action.kind, payload: payload.value } as DossierFact) : payload;
}
