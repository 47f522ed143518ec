import { and, asc, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Answer } from '#shared/sync/protocol.ts';
import type { Connection } from './connection.ts';
import { type EventLog, stored } from './event-log.ts';
import { events, outbox } from './schema.ts';
import type { OutboxItem, OutboxState, Reader, StoredEvent } from './types.ts';

const columns = {
  eventId: outbox.eventId,
  deviceSeq: events.deviceSeq,
  stream: outbox.stream,
  kind: events.kind,
  actor: outbox.actor,
  at: events.at,
  state: outbox.state,
  attempts: outbox.attempts,
  receipt: outbox.receipt,
  reason: outbox.reason,
  message: outbox.message,
  field: outbox.field,
  sendingSince: outbox.sendingSince,
  nextTryAt: outbox.nextTryAt,
};

export function outboxReader({ db }: Connection) {
  const place = sql.placeholder;
  const item = db
    .select(columns)
    .from(outbox)
    .innerJoin(events, eq(events.localSeq, outbox.localSeq))
    .where(eq(outbox.eventId, place('eventId')))
    .prepare();
  // Order holds per stream: an item waits for every earlier one of its stream that is not accepted, unless that
  // one goes in the same batch.
  const next = db
    .select()
    .from(events)
    .innerJoin(outbox, eq(events.localSeq, outbox.localSeq))
    .where(
      sql`${outbox.state} = 'waiting' AND ${outbox.nextTryAt} <= ${place('now')} AND NOT EXISTS (
        SELECT 1 FROM outbox AS earlier
        WHERE earlier.stream = ${outbox.stream} AND earlier.local_seq < ${outbox.localSeq}
          AND earlier.state <> 'accepted'
          AND (earlier.state <> 'waiting' OR earlier.next_try_at > ${place('now')}))`,
    )
    .orderBy(asc(outbox.localSeq))
    .limit(place('limit'))
    .prepare();

  return {
    outbox(query: Parameters<Reader['outbox']>[0]) {
      const where = and(
        query.states && query.states.length > 0 ? inArray(outbox.state, [...query.states]) : undefined,
        query.actor === undefined ? undefined : eq(outbox.actor, query.actor),
      );
      const rows: readonly OutboxItem[] = db
        .select(columns)
        .from(outbox)
        .innerJoin(events, eq(events.localSeq, outbox.localSeq))
        .where(where)
        .orderBy(sql`${outbox.state} = 'accepted'`, asc(outbox.localSeq))
        .limit(query.limit)
        .offset(query.offset)
        .all();
      const total = db.select({ total: count() }).from(outbox).where(where).get()?.total ?? 0;
      return { rows, total };
    },
    outboxCounts(actor?: string) {
      const where = actor === undefined ? undefined : eq(outbox.actor, actor);
      const counts: Record<OutboxState, number> = {
        waiting: 0,
        sending: 0,
        'needs-you': 0,
        accepted: 0,
        refused: 0,
      };
      const groups = db
        .select({ state: outbox.state, total: count() })
        .from(outbox)
        .where(where)
        .groupBy(outbox.state)
        .all();
      for (const group of groups) counts[group.state] = group.total;
      const oldest = db
        .select({ at: events.at })
        .from(outbox)
        .innerJoin(events, eq(events.localSeq, outbox.localSeq))
        .where(and(inArray(outbox.state, ['waiting', 'sending']), where))
        .orderBy(asc(outbox.localSeq))
        .limit(1)
        .get();
      return { ...counts, oldestWaitingAt: oldest?.at ?? '' };
    },
    outboxItem: (eventId: string): OutboxItem | undefined => item.get({ eventId }),
    nextToSend: (now: string, maxEvents: number): readonly StoredEvent[] =>
      next.all({ now, limit: maxEvents }).map((row) => stored(row.events)),
    /** What is worst in the queue of each stream; a stream with nothing open is left out. */
    syncOf(streams: readonly string[]): ReadonlyMap<string, OutboxState> {
      const open = db
        .select({ stream: outbox.stream, state: outbox.state })
        .from(outbox)
        .where(and(inArray(outbox.stream, [...streams]), sql`${outbox.state} <> 'accepted'`))
        .groupBy(outbox.stream, outbox.state)
        .all();
      const worst = new Map<string, OutboxState>();
      for (const { stream, state } of open) {
        if (gravity[state] > gravity[worst.get(stream) ?? 'accepted']) worst.set(stream, state);
      }
      return worst;
    },
  };
}

const gravity = {
  accepted: 0,
  waiting: 1,
  sending: 2,
  'needs-you': 3,
  refused: 4,
} as const satisfies Record<OutboxState, number>;

export function outboxWriter({ db }: Connection, log: EventLog) {
  const place = sql.placeholder;
  const insert = db
    .insert(outbox)
    .values({
      localSeq: place('localSeq'),
      eventId: place('eventId'),
      stream: place('stream'),
      actor: place('actor'),
      state: 'waiting',
    })
    .prepare();
  const accept = db
    .update(outbox)
    .set({
      state: 'accepted',
      receipt: sql`${place('receipt')}`,
      reason: '',
      message: '',
      field: '',
      sendingSince: '',
      nextTryAt: '',
    })
    .where(eq(outbox.eventId, place('eventId')))
    .prepare();
  const stop = db
    .update(outbox)
    .set({
      state: sql`${place('state')}`,
      reason: sql`${place('reason')}`,
      message: sql`${place('message')}`,
      field: sql`${place('field')}`,
      sendingSince: '',
      nextTryAt: '',
    })
    .where(sql`${outbox.eventId} = ${place('eventId')} AND ${outbox.state} <> 'accepted'`)
    .prepare();
  const among = (eventIds: readonly string[] | 'all'): SQL | undefined =>
    eventIds === 'all'
      ? undefined
      : sql`${outbox.eventId} IN (SELECT value FROM json_each(${JSON.stringify(eventIds)}))`;

  return {
    queue(localSeq: number, event: { id: string; stream: string; actor: string }): void {
      insert.run({ localSeq, eventId: event.id, stream: event.stream, actor: event.actor });
    },
    /** The city has it, whatever the queue thought: an own event answered, or met again in the feed. */
    accept(eventId: string, feedSeq: number, receipt: string): void {
      log.accept(eventId, feedSeq, receipt);
      accept.run({ eventId, receipt });
    },
    markSending(eventIds: readonly string[], at: string): void {
      db.update(outbox)
        .set({ state: 'sending', sendingSince: at, nextTryAt: '', attempts: sql`${outbox.attempts} + 1` })
        .where(and(eq(outbox.state, 'waiting'), among(eventIds)))
        .run();
    },
    returnToWaiting(eventIds: readonly string[] | 'all', nextTryAt: string): void {
      db.update(outbox)
        .set({ state: 'waiting', sendingSince: '', nextTryAt })
        .where(and(eq(outbox.state, 'sending'), among(eventIds)))
        .run();
    },
    requeue(eventIds: readonly string[] | 'all'): void {
      db.update(outbox)
        .set({ state: 'waiting', reason: '', message: '', field: '', nextTryAt: '' })
        .where(and(inArray(outbox.state, ['waiting', 'needs-you', 'refused']), among(eventIds)))
        .run();
    },
    /** Held or refused: kept with its reason for a person. An item the city accepted stays accepted. */
    stop(answer: Extract<Answer, { outcome: 'held' | 'refused' }>): void {
      const { id, outcome, reason, message, field = '' } = answer;
      const state = outcome === 'held' ? 'needs-you' : 'refused';
      stop.run({ eventId: id, state, reason, message, field });
    },
  };
}
