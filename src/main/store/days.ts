import { and, eq, gte, isNull, lt, or, sql } from 'drizzle-orm';
import type { Connection } from './connection.ts';
import { stored } from './event-log.ts';
import { digestOf } from './receipt-chain.ts';
import { events, outbox } from './schema.ts';
import type { Reader } from './types.ts';

/** Events whose author's clock told a stretch of time, as far as they have come; those a person closed are left out. */
export function dayReader({ db }: Connection): Pick<Reader, 'eventsBetween'> {
  const place = sql.placeholder;
  const between = db
    .select({ event: events, state: outbox.state })
    .from(events)
    .leftJoin(outbox, eq(outbox.localSeq, events.localSeq))
    .where(
      and(
        gte(events.at, place('from')),
        lt(events.at, place('before')),
        or(isNull(outbox.state), sql`${outbox.state} <> 'resolved'`),
      ),
    )
    .orderBy(events.localSeq)
    .prepare();
  return {
    eventsBetween: (from, before) =>
      between.all({ from, before }).map(({ event, state }) => ({
        event: stored(event),
        digest: digestOf(stored(event)),
        // What came with the feed has no place in the queue.
        state: state ?? (event.feedSeq === null ? 'waiting' : 'accepted'),
      })),
  };
}
