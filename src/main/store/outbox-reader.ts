import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Connection } from './connection.ts';
import { stored } from './event-log.ts';
import { events, outbox, outboxCounts } from './schema.ts';
import type { OutboxItem, OutboxState, Reader, StoredEvent } from './types.ts';

const columns = {
  eventId: events.id,
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

/** Spelt as the partial indexes spell it, or SQLite would not use them. */
const isOpen = sql`${outbox.state} NOT IN ('accepted', 'resolved')`;
const isOver = sql`${outbox.state} IN ('accepted', 'resolved')`;
const isStopped = sql`${outbox.state} IN ('needs-you', 'refused')`;

const noneOf = { waiting: 0, sending: 0, 'needs-you': 0, accepted: 0, refused: 0, resolved: 0 } as const;

export function outboxReader({ db }: Connection) {
  const place = sql.placeholder;
  const items = db.select(columns).from(outbox).innerJoin(events, eq(events.localSeq, outbox.localSeq));
  const ofStream = items.where(eq(events.stream, place('stream'))).prepare();
  const item = items.where(eq(events.id, place('eventId'))).prepare();
  // Order holds per stream: an item waits for every earlier one of its stream that is not accepted, unless that
  // one goes in the same batch or, for a batch that follows at its heels, in the one on its way.
  const next = db
    .select()
    .from(events)
    .innerJoin(outbox, eq(events.localSeq, outbox.localSeq))
    .where(
      sql`${isOpen} AND ${outbox.state} = 'waiting' AND ${outbox.nextTryAt} <= ${place('now')} AND NOT EXISTS (
        SELECT 1 FROM outbox AS earlier
        WHERE earlier.stream = ${outbox.stream} AND earlier.local_seq < ${outbox.localSeq}
          AND earlier.state NOT IN ('accepted', 'resolved')
          AND earlier.state <> ${place('passing')}
          AND (earlier.state <> 'waiting' OR earlier.next_try_at > ${place('now')}))`,
    )
    .orderBy(asc(outbox.localSeq))
    .limit(place('limit'))
    .prepare();

  function counts(actor?: string): Record<OutboxState, number> {
    const groups = db
      .select({ state: outboxCounts.state, total: sql<number>`sum(${outboxCounts.count})` })
      .from(outboxCounts)
      .where(actor === undefined ? undefined : eq(outboxCounts.actor, actor))
      .groupBy(outboxCounts.state)
      .all();
    return { ...noneOf, ...Object.fromEntries(groups.map(({ state, total }) => [state, total])) };
  }

  return {
    /** What is open first, in device order; then what is over, latest first. */
    outbox({ states = [], actor, limit, offset }: Parameters<Reader['outbox']>[0]) {
      const where = and(
        states.length > 0 ? inArray(outbox.state, [...states]) : undefined,
        actor === undefined ? undefined : eq(outbox.actor, actor),
      );
      const count = counts(actor);
      const asked = (Object.keys(count) as OutboxState[]).filter(
        (state) => states.length === 0 || states.includes(state),
      );
      const total = asked.reduce((sum, state) => sum + count[state], 0);
      const over = (['accepted', 'resolved'] as const).filter((state) => asked.includes(state));
      const open = total - over.reduce((sum, state) => sum + count[state], 0);
      const page = (part: typeof isOpen, order: ReturnType<typeof asc>, take: number, skip: number) =>
        take <= 0
          ? []
          : db
              .select(columns)
              .from(outbox)
              .innerJoin(events, eq(events.localSeq, outbox.localSeq))
              .where(and(part, where))
              .orderBy(order)
              .limit(take)
              .offset(skip)
              .all();
      const first = page(isOpen, asc(outbox.localSeq), Math.min(limit, open - offset), offset);
      const rest = limit - Math.max(0, Math.min(limit, open - offset));
      const rows: readonly OutboxItem[] = [
        ...first,
        ...page(isOver, desc(outbox.localSeq), rest, Math.max(0, offset - open)),
      ];
      return { rows, total };
    },
    outboxCounts(actor?: string) {
      const oldest = db
        .select({ at: events.at })
        .from(outbox)
        .innerJoin(events, eq(events.localSeq, outbox.localSeq))
        .where(
          and(
            isOpen,
            inArray(outbox.state, ['waiting', 'sending']),
            actor === undefined ? undefined : eq(outbox.actor, actor),
          ),
        )
        .orderBy(asc(outbox.localSeq))
        .limit(1)
        .get();
      return { ...counts(actor), oldestWaitingAt: oldest?.at ?? '' };
    },
    outboxOfStream: (stream: string): ReadonlyMap<string, OutboxItem> =>
      new Map(ofStream.all({ stream }).map((each) => [each.eventId, each])),
    outboxItem: (eventId: string): OutboxItem | undefined => item.get({ eventId }),
    stoppedDossiers({ actor, limit, offset }: Parameters<Reader['stoppedDossiers']>[0]) {
      const isDossier = sql`${outbox.stream} IN (SELECT dossier_id FROM dossiers)`;
      const where = and(isStopped, isDossier, actor === undefined ? undefined : eq(outbox.actor, actor));
      const first = db
        .select({ localSeq: sql<number>`min(${outbox.localSeq})`.as('first') })
        .from(outbox)
        .where(where)
        .groupBy(outbox.stream)
        .as('stopped');
      const rows: readonly OutboxItem[] = db
        .select(columns)
        .from(first)
        .innerJoin(outbox, eq(outbox.localSeq, first.localSeq))
        .innerJoin(events, eq(events.localSeq, outbox.localSeq))
        .orderBy(asc(outbox.localSeq))
        .limit(limit)
        .offset(offset)
        .all();
      const total = db
        .select({ total: sql<number>`count(DISTINCT ${outbox.stream})` })
        .from(outbox)
        .where(where)
        .get();
      return { rows, total: total?.total ?? 0 };
    },
    nextToSend: (now: string, maxEvents: number, following?: 'sending'): readonly StoredEvent[] =>
      next.all({ now, limit: maxEvents, passing: following ?? '' }).map((row) => stored(row.events)),
    /** What is worst in the queue of each stream; a stream with nothing open is left out. */
    syncOf(streams: readonly string[]): ReadonlyMap<string, OutboxState> {
      const open = db
        .select({ stream: outbox.stream, state: outbox.state })
        .from(outbox)
        .where(and(inArray(outbox.stream, [...streams]), isOpen))
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
  resolved: 0,
  waiting: 1,
  sending: 2,
  'needs-you': 3,
  refused: 4,
} as const satisfies Record<OutboxState, number>;
