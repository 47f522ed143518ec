import { inArray, min, not, sql } from 'drizzle-orm';
import { bookEventKinds } from '#shared/dossiers/events.ts';
import type { Connection } from './connection.ts';
import { eventLog } from './event-log.ts';
import { projector } from './projections/project.ts';
import { events } from './schema.ts';
import { searchWriter } from './search.ts';
import type { WordIndex } from './word-index.ts';

/**
 * Makes every projection anew from the log: books first, so that entries find theirs, then the other streams in
 * the order they began. Call it inside a transaction.
 */
export function rebuildProjections(connection: Connection, words: WordIndex): { readonly streams: number } {
  const { db } = connection;
  const log = eventLog(connection);
  const project = projector(connection, log, searchWriter(connection, words));
  project.clear();
  const isBook = inArray(events.kind, [...bookEventKinds]);
  const streamsOf = (where: typeof isBook): readonly string[] =>
    db
      .select({ stream: events.stream, first: min(events.localSeq) })
      .from(events)
      .where(where)
      .groupBy(events.stream)
      .orderBy(sql`2`)
      .all()
      .map((row) => row.stream);
  const books = streamsOf(isBook);
  const others = streamsOf(not(isBook));
  for (const stream of [...books, ...others]) project.replay(stream);
  return { streams: books.length + others.length };
}
