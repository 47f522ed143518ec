import type { DossierPlan, Step } from './plan.ts';

/** How far one dossier has come, as the director was told. */
export type Course = {
  readonly plan: DossierPlan;
  readonly steps: readonly Step[];
  draft?: { readonly draftId: string; readonly revision: number };
  /** Empty until received. */
  dossierId: string;
  /** The step taken last, wherever it was; empty when every machine that knows the dossier may go on. */
  lastEventId: string;
  /** The next of `steps`. */
  step: number;
  /** The event a call under way will write; of a call that a kill left unanswered, until it is looked up. */
  inFlight?: string | undefined;
  /** Unix ms: its dossier has not arrived yet, so it is looked at again then. */
  notBefore: number;
};

export function courseOf(plan: DossierPlan): Course {
  return { plan, steps: plan.steps, dossierId: '', lastEventId: '', step: 0, notBefore: 0 };
}

/** The other machine's part in a contested dossier. */
export function rivalOf({ plan, dossierId }: Course): Course | undefined {
  return plan.rival && { plan, steps: [plan.rival], dossierId, lastEventId: '', step: 0, notBefore: 0 };
}

/** The machine that takes the next step. */
export function placeOf({ plan, steps, step, dossierId }: Course): number {
  const next = dossierId === '' ? undefined : steps[step];
  return next?.at === 'keeper' ? plan.keeper : plan.counter;
}

/** What is typed after so many saves: all of it after the last. */
export function typedAfter({ facts, saves }: DossierPlan, save: number): DossierPlan['facts'] {
  const entries = Object.entries(facts);
  return Object.fromEntries(entries.slice(0, Math.ceil((entries.length * save) / saves)));
}
