import type { Connection } from '../connection.ts';

/**
 * Measures what a pull takes away from what a clerk could see. A pull never removes a row of the log; it can make
 * events that were here before count no longer, and it can take an entry's number for another dossier. Work of
 * others that only adds to a dossier is no removal, however much it is.
 */
export function takenBackCounter({ sqlite }: Connection) {
  const last = sqlite.prepare<[], number>('SELECT coalesce(max(local_seq), 0) FROM events').pluck();
  const passedBy = sqlite
    .prepare<[number], number>(`SELECT count(*) FROM events WHERE parked <> '' AND local_seq <= ?`)
    .pluck();
  const entries = sqlite
    .prepare<[number], number>('SELECT count(*) FROM entries WHERE event_seq <= ?')
    .pluck();
  return (pull: () => void): number => {
    const before = last.get() ?? 0;
    const counted = { passedBy: passedBy.get(before) ?? 0, entries: entries.get(before) ?? 0 };
    pull();
    const stopped = (passedBy.get(before) ?? 0) - counted.passedBy;
    const removed = counted.entries - (entries.get(before) ?? 0);
    return Math.max(0, stopped) + Math.max(0, removed);
  };
}
