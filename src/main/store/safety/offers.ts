import { asc, eq, sql } from 'drizzle-orm';
import type { Answer } from '#shared/sync/protocol.ts';
import type { Connection } from '../connection.ts';
import { stored } from '../event-log.ts';
import { events, reoffers } from '../schema.ts';
import type { FeedMark, SafetyReader } from './types.ts';

/** Reason of an offer that nobody makes any more: its branch was closed. */
const GIVEN_UP = 'given-up';

/** Events offered to the city beside the queue. */
export function offerReader({
  db,
  sqlite,
}: Connection): Pick<SafetyReader, 'nextOffers' | 'offerCounts' | 'feedMarks'> {
  const highestBelow = sqlite
    .prepare<[number], number>('SELECT max(feed_seq) FROM events WHERE feed_seq < ?')
    .pluck();
  const marks = sqlite.prepare<[number, number, number, number], FeedMark>(
    `SELECT feed_seq AS seq, receipt FROM events
     WHERE feed_seq > ? AND feed_seq <= ? AND (? - feed_seq) % ? = 0 AND receipt <> ''`,
  );
  // One the city took after all came back with the feed.
  const countRows = sqlite.prepare<[], { readonly state: string; readonly count: number }>(
    `SELECT iif(reoffers.state = 'stopped' AND feed_seq IS NOT NULL, 'taken', reoffers.state) AS state,
       count(*) AS count
     FROM reoffers JOIN events USING (local_seq) WHERE reason <> '${GIVEN_UP}' GROUP BY 1`,
  );
  return {
    nextOffers: (maxEvents) =>
      db
        .select({ event: events })
        .from(reoffers)
        .innerJoin(events, eq(events.localSeq, reoffers.localSeq))
        .where(isWaiting)
        .orderBy(asc(reoffers.position))
        .limit(maxEvents)
        .all()
        .map((row) => stored(row.event)),
    offerCounts() {
      const counts = Object.fromEntries(countRows.all().map((row) => [row.state, row.count]));
      return { waiting: 0, taken: 0, stopped: 0, ...counts };
    },
    feedMarks({ above, below, most }) {
      const highest = highestBelow.get(below) ?? 0;
      const step = Math.max(1, Math.ceil((highest - above) / most));
      return marks.all(above, highest, highest, step);
    },
  };
}

export function offerWriter({ sqlite }: Connection) {
  const add = sqlite.prepare(
    `INSERT INTO reoffers (local_seq, position, former_feed_seq, former_receipt, state)
       SELECT local_seq, coalesce(feed_seq, local_seq), feed_seq, receipt, 'waiting' FROM events WHERE local_seq = ?
     ON CONFLICT DO UPDATE SET state = 'waiting', reason = '', message = '', position = excluded.position,
       former_feed_seq = excluded.former_feed_seq, former_receipt = excluded.former_receipt`,
  );
  const settle = sqlite.prepare(
    `UPDATE reoffers SET state = ?, reason = ?, message = ?
     WHERE local_seq = (SELECT local_seq FROM events WHERE id = ?)`,
  );
  const giveUp = sqlite.prepare(
    `UPDATE reoffers SET state = 'stopped', reason = ?
     WHERE state <> 'taken' AND local_seq = (SELECT local_seq FROM events WHERE id = ?)`,
  );
  const again = sqlite.prepare(
    `UPDATE outbox SET state = 'waiting', receipt = '' WHERE local_seq = ? AND state = 'accepted'`,
  );

  return {
    offer: (localSeq: number): void => void add.run(localSeq),
    /** @returns how many events stand above the place */
    forgetFeedAfter(agreed: number): number {
      const lost = sqlite
        .prepare<[number], number>('SELECT local_seq FROM events WHERE feed_seq > ? ORDER BY feed_seq')
        .pluck()
        .all(agreed);
      for (const localSeq of lost) {
        add.run(localSeq);
        again.run(localSeq);
      }
      sqlite.prepare(`UPDATE events SET feed_seq = NULL, receipt = '' WHERE feed_seq > ?`).run(agreed);
      return lost.length;
    },
    requeueOffers(): void {
      sqlite.exec(
        `UPDATE reoffers SET state = 'waiting', reason = '', message = ''
         WHERE state = 'stopped' AND reason <> '${GIVEN_UP}'`,
      );
    },
    /** Events of a branch that a person closed are never offered again. */
    giveUp(eventIds: readonly string[]): void {
      for (const id of eventIds) giveUp.run(GIVEN_UP, id);
    },
    /** One the city holds or refuses waits for people: nothing offers it again by itself. */
    settleOffer(answer: Answer): void {
      if ('feedSeq' in answer) settle.run('taken', '', '', answer.id);
      else settle.run('stopped', answer.reason, answer.message, answer.id);
    },
  };
}

/** Spelt as the partial index spells it, or SQLite would not use it. */
const isWaiting = sql`${reoffers.state} = 'waiting'`;
