import type { Action } from '#shared/contract/dossiers.ts';
import { type Course, typedAfter } from './course.ts';
import { Refused } from './device.ts';
import type { Ledger } from './ledger.ts';
import type { Windows } from './office-setup.ts';
import type { Step } from './plan.ts';

/** The machine at which a step is taken. */
export type Desk = {
  readonly device: number;
  readonly windows: Windows;
  readonly ledger: Ledger;
  /** Every call goes through it: faults strike here. */
  call<T>(attempt: () => Promise<T>): Promise<T>;
};

type View = Awaited<ReturnType<Windows['desk']['dossiers']['get']>>;

/** Takes the next step of a dossier. @returns `not-here` while what was done elsewhere has not come by the feed */
export async function takeStep(course: Course, desk: Desk): Promise<'moved' | 'not-here'> {
  if (course.dossierId === '') {
    await receiveStep(course, desk);
    return 'moved';
  }
  const step = course.steps[course.step];
  if (!step) throw new Error('a course that has ended');
  const view = await look(course, step, desk);
  if (!view) return 'not-here';
  if (isNeeded(step, view)) await act(course, step, view.version, desk);
  course.step += 1;
  return 'moved';
}

async function receiveStep(course: Course, { windows, call, device, ledger }: Desk): Promise<void> {
  const { plan, draft } = course;
  const { drafts, dossiers } = windows.desk;
  if (!draft) {
    const { draftId, revision } = await call(() => drafts.start({ procedure: plan.procedure }));
    course.draft = { draftId, revision };
    return;
  }
  const { draftId, revision } = draft;
  const components = [...plan.components];
  if (revision < plan.saves) {
    const facts = typedAfter(plan, revision + 1);
    const saved = await call(() => drafts.save({ draftId, revision, facts, components }));
    course.draft = { draftId, revision: saved.revision };
    return;
  }
  const judged = { procedure: plan.procedure, facts: plan.facts, components, draftId };
  const { problems } = await call(() => dossiers.check(judged));
  const acknowledged = problems
    .filter((each) => each.severity === 'warning')
    .map(({ code, field }) => ({ code, field }));
  course.inFlight = 'dossier-received';
  const { dossierId } = await call(() => dossiers.receive({ draftId, acknowledged, returnBy: 'desk' }));
  course.inFlight = undefined;
  ledger.receive(device, dossierId);
  course.dossierId = dossierId;
}

async function look(course: Course, step: Step, desk: Desk): Promise<View | undefined> {
  const { dossierId, lastEventId, plan } = course;
  try {
    const view = await desk.call(() => desk.windows[step.window].dossiers.get({ dossierId }));
    // Not by version: this machine may have written to the dossier what the other does not know yet.
    const hasCome = lastEventId === '' || view.timeline.some((item) => item.eventId === lastEventId);
    return hasCome ? view : undefined;
  } catch (error) {
    const isAway = error instanceof Refused && error.codes.includes('dossier/not-found');
    if (isAway && desk.device !== plan.counter) return undefined;
    throw error;
  }
}

function isNeeded({ only }: Step, view: View): boolean {
  if (only === 'awaiting-personal-id') return view.status === 'awaiting-personal-id';
  return only === undefined || view.money === 'due';
}

async function act(course: Course, step: Step, seen: number, desk: Desk): Promise<void> {
  const { dossierId } = course;
  const action: Action = step.action;
  course.inFlight = action.kind;
  const after = await desk.call(() => desk.windows[step.window].dossiers.act({ dossierId, seen, action }));
  course.inFlight = undefined;
  noteStep(
    course,
    action.kind,
    after.timeline.findLast((item) => item.kind === action.kind)?.eventId,
    after,
    desk,
  );
}

/** Writes into the ledger what a core said, or what was found after a restart. */
export function noteStep(
  course: Course,
  kind: string,
  eventId: string | undefined,
  after: View,
  { device, ledger }: Pick<Desk, 'device' | 'ledger'>,
): void {
  const { dossierId } = course;
  if (eventId === undefined) ledger.violations.add(`${kind} of ${dossierId} is not in its own timeline`);
  else ledger.act({ device, dossierId, kind, eventId }, after.version);
  course.lastEventId = eventId ?? '';
  if (kind !== 'entry-registered') return;
  const { entry } = after;
  if (!entry) ledger.violations.add(`${dossierId} was entered and has no entry`);
  else ledger.entries.push({ device, dossierId, book: entry.book, year: entry.year, number: entry.number });
}
