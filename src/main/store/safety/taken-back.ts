import type { Connection } from '../connection.ts';

/**
 * Measures what a pull takes away from what a clerk could see. A pull never removes a row of the log; it can make
 * events that were here before count no longer, and it can take an entry's number for another dossier. Work of
 * others that only adds to a dossier is no removal, however much it is; nor are numbers given here after their book
 * had passed on: they are late, and the register's screen asks a person about each.
 */
export function takenBackCounter({ sqlite }: Connection) {
  const last = sqlite.prepare<[], number>('SELECT coalesce(max(local_seq), 0) FROM events').pluck();
  const passedBy = sqlite
    .prepare<[number], number>(`SELECT count(*) FROM events WHERE parked <> '' AND local_seq <= ?`)
    .pluck();
  const entries = sqlite
    .prepare<[number], number>('SELECT count(*) FROM entries WHERE event_seq <= ?')
    .pluck();
  // Spelt as the partial index of the queue spells it, or SQLite would not use it.
  const late = sqlite
    .prepare<[number], number>(
      `SELECT count(*) FROM outbox JOIN events USING (local_seq)
         JOIN books ON book_id = json_extract(payload, '$.entry.bookId')
        WHERE state NOT IN ('accepted', 'resolved') AND kind = 'entry-registered' AND local_seq <= ?
          AND json_extract(payload, '$.entry.epoch') < books.epoch
          AND NOT EXISTS (SELECT 1 FROM entries WHERE event_seq = events.local_seq)`,
    )
    .pluck();
  return (pull: () => void): number => {
    const before = last.get() ?? 0;
    const counted = {
      passedBy: passedBy.get(before) ?? 0,
      entries: entries.get(before) ?? 0,
      late: late.get(before) ?? 0,
    };
    pull();
    const stopped = (passedBy.get(before) ?? 0) - counted.passedBy;
    const becameLate = (late.get(before) ?? 0) - counted.late;
    const removed = counted.entries - (entries.get(before) ?? 0) - becameLate;
    return Math.max(0, stopped) + Math.max(0, removed);
  };
}
