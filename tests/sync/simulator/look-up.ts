import { type Course, typedAfter } from './course.ts';
import { Refused } from './device.ts';
import type { Health } from './device-messages.ts';
import { stateDigest } from './state-digest.ts';
import { type Desk, noteStep } from './take-step.ts';

type DraftView = Awaited<ReturnType<Desk['windows']['desk']['drafts']['get']>>;

/**
 * After a kill: whatever was under way has happened whole or not at all, and a draft has at least what was
 * acknowledged. @returns what became of the unanswered call
 */
export async function lookUp(
  course: Course,
  health: Health,
  desk: Desk,
): Promise<'nothing' | 'done' | 'not done'> {
  const kind = course.inFlight;
  course.inFlight = undefined;
  if (course.dossierId === '') return lookUpReception(course, kind, health, desk);
  if (kind === undefined) return 'nothing';
  const [found, ...more] = desk.ledger.untold(health, kind, course.dossierId);
  if (more.length > 0) desk.ledger.violations.add(`${kind} of ${course.dossierId} happened twice`);
  if (!found) return 'not done';
  const { dossierId } = course;
  noteStep(course, kind, found.eventId, await desk.windows.officer.dossiers.get({ dossierId }), desk);
  course.step += 1;
  return 'done';
}

async function lookUpReception(
  course: Course,
  kind: string | undefined,
  health: Health,
  desk: Desk,
): Promise<'nothing' | 'done' | 'not done'> {
  const { ledger, device } = desk;
  const { draft } = course;
  if (!draft) return 'nothing';
  const kept = await readDraft(draft.draftId, desk);
  const [found, ...more] = kind === undefined ? [] : ledger.untold(health, kind, '');
  if (more.length > 0) ledger.violations.add(`the draft ${draft.draftId} became several dossiers`);
  if (kept && found) ledger.violations.add(`the draft ${draft.draftId} outlived its dossier ${found.stream}`);
  if (found) {
    ledger.receive(device, found.stream);
    course.dossierId = found.stream;
    return 'done';
  }
  if (!kept) {
    ledger.lost.add(`the draft ${draft.draftId} is gone and no dossier came of it`);
    return 'not done';
  }
  course.draft = { draftId: draft.draftId, revision: kept.revision };
  if (!isWhole(course, draft.revision, kept)) {
    ledger.lost.add(`the draft ${draft.draftId} is not as it was saved`);
  }
  return kind === undefined ? 'nothing' : 'not done';
}

/** The last save that was acknowledged, or the one under way, and of either all that was typed. */
function isWhole({ plan }: Course, acknowledged: number, kept: DraftView): boolean {
  const { revision } = kept;
  if (revision !== acknowledged && revision !== acknowledged + 1) return false;
  return revision === 0 || stateDigest(kept.facts) === stateDigest(typedAfter(plan, revision));
}

async function readDraft(draftId: string, { windows }: Desk): Promise<DraftView | undefined> {
  try {
    return await windows.desk.drafts.get({ draftId });
  } catch (error) {
    if (error instanceof Refused && error.codes.includes('draft/not-found')) return undefined;
    throw error;
  }
}
