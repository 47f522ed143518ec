import type { Connection } from '../connection.ts';

/**
 * Counts the dossiers of which a pull takes something away that a clerk could see, each once however many of its
 * steps go. A pull never removes a row of the log; it can make events that were here before count no longer, and it
 * can take an entry's number for another dossier. Work of others that only adds to a dossier is no removal, however
 * much it is; nor are numbers given here after their book had passed on: they are late, and the register's screen
 * asks a person about each.
 */
export function takenBackCounter({ sqlite }: Connection) {
  const last = sqlite.prepare<[], number>('SELECT coalesce(max(local_seq), 0) FROM events').pluck();
  // Left to itself, SQLite walks the streams of the whole log in their order to tell them apart.
  const overtaken = sqlite
    .prepare<[number], string>(
      `SELECT DISTINCT stream FROM events INDEXED BY events_parked WHERE parked <> '' AND local_seq <= ?`,
    )
    .pluck();
  const overtakenEntries = sqlite
    .prepare<[number], number>(
      `SELECT count(*) FROM events WHERE parked <> '' AND kind = 'entry-registered' AND local_seq <= ?`,
    )
    .pluck();
  const entries = sqlite
    .prepare<[number], number>('SELECT count(*) FROM entries WHERE event_seq <= ?')
    .pluck();
  // Spelt as the partial index of the queue spells it, or SQLite would not use it.
  const late = sqlite
    .prepare<[number], number>(
      `SELECT count(*) FROM outbox JOIN events USING (local_seq)
         JOIN books ON book_id = json_extract(payload, '$.entry.bookId')
        WHERE state NOT IN ('accepted', 'resolved') AND kind = 'entry-registered' AND parked = '' AND local_seq <= ?
          AND json_extract(payload, '$.entry.epoch') < books.epoch
          AND NOT EXISTS (SELECT 1 FROM entries WHERE event_seq = events.local_seq)`,
    )
    .pluck();
  /** Up to an event: entries in the books, and those that left them for a reason told elsewhere. */
  const entriesUpTo = (seq: number): number =>
    (entries.get(seq) ?? 0) + (late.get(seq) ?? 0) + (overtakenEntries.get(seq) ?? 0);
  return (pull: () => void): number => {
    const before = last.get() ?? 0;
    const known = new Set(overtaken.all(before));
    const inBooks = entriesUpTo(before);
    pull();
    const dossiers = overtaken.all(before).filter((stream) => !known.has(stream)).length;
    return dossiers + Math.max(0, inBooks - entriesUpTo(before));
  };
}
