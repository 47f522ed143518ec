import { asId, type DraftId } from '#shared/kernel/ids.ts';
import type { Reader, Store, Writer } from '../types.ts';
import type { NotedStep, WorkJournal } from './work-journal.ts';

/** Setting: steps that were answered and that the database no longer has. */
export const MISSING_WORK = 'missingWork';

/** Compares what was committed last with what is there, and keeps what is not for people to see. */
export function findMissingWork(store: Pick<Store, 'write'>, journal: WorkJournal): void {
  const noted = journal.read();
  const at = noted.at(-1)?.at;
  if (at === undefined) return;
  const found = store.write((writer) => {
    const missing = missingOf(writer, noted);
    if (missing.length === 0) return false;
    writer.saveSetting(MISSING_WORK, [...missingWork(writer), ...missing]);
    writer.audit({ at, actor: '', action: 'work-missing', target: String(missing.length) });
    return true;
  });
  if (found) journal.clear();
}

/** Events that came back with the city's feed are missing no more. */
export function missingWork(reader: Pick<Reader, 'setting' | 'safety'>): readonly NotedStep[] {
  const kept = reader.setting<readonly NotedStep[]>(MISSING_WORK) ?? [];
  const back = new Set(reader.safety.eventsById(kept.map(({ id }) => id)).map(({ id }) => id));
  return kept.filter(({ id }) => !back.has(id));
}

function missingOf(writer: Writer, noted: readonly NotedStep[]): readonly NotedStep[] {
  const events = noted.filter((step) => step.what === 'event');
  const known = new Set(writer.safety.eventsById(events.map(({ id }) => id)).map(({ id }) => id));
  const drafts = new Map(noted.flatMap((step) => (step.what === 'draft' ? [[step.id, step] as const] : [])));
  const lostDrafts = [...drafts.values()].filter(
    ({ id, revision }) => (writer.draft(asId<DraftId>(id))?.revision ?? 0) < revision,
  );
  return [...events.filter(({ id }) => !known.has(id)), ...lostDrafts];
}
