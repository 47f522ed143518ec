import { and, eq, max, sql } from 'drizzle-orm';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { Connection } from './connection.ts';
import { events } from './schema.ts';
import type { StoredEvent } from './types.ts';

export type EventLog = ReturnType<typeof eventLog>;

type Row = typeof events.$inferSelect;

/** Canonical order of a stream: the commune's feed first, then what only this device knows, as it was written. */
export const canonicalOrder = sql`feed_seq IS NULL, feed_seq, local_seq`;

/** The append-only log. Only what the city says about an event (feed sequence, receipt) and parking may change. */
export function eventLog({ db }: Connection) {
  const place = sql.placeholder;
  const byId = db
    .select()
    .from(events)
    .where(eq(events.id, place('id')))
    .prepare();
  const bySeq = db
    .select()
    .from(events)
    .where(eq(events.localSeq, place('localSeq')))
    .prepare();
  const byStream = db
    .select()
    .from(events)
    .where(eq(events.stream, place('stream')))
    .orderBy(canonicalOrder)
    .prepare();
  const foreign = db
    .select({ localSeq: events.localSeq })
    .from(events)
    .where(and(eq(events.stream, place('stream')), eq(events.origin, 'feed')))
    .limit(1)
    .prepare();
  const lastDeviceSeq = db
    .select({ last: max(events.deviceSeq) })
    .from(events)
    .where(eq(events.device, place('device')))
    .prepare();
  const ofDeviceSeq = db
    .select({ localSeq: events.localSeq })
    .from(events)
    .where(and(eq(events.device, place('device')), eq(events.deviceSeq, place('deviceSeq'))))
    .prepare();
  const insert = db
    .insert(events)
    .values({
      id: place('id'),
      office: place('office'),
      device: place('device'),
      deviceSeq: place('deviceSeq'),
      kind: place('kind'),
      version: place('version'),
      stream: place('stream'),
      base: place('base'),
      actor: place('actor'),
      at: place('at'),
      clock: place('clock'),
      payload: place('payload'),
      origin: place('origin'),
      feedSeq: place('feedSeq'),
      receipt: place('receipt'),
    })
    .prepare();
  const accept = db
    .update(events)
    .set({ feedSeq: sql`${place('feedSeq')}`, receipt: sql`${place('receipt')}` })
    .where(eq(events.id, place('id')))
    .prepare();
  const park = db
    .update(events)
    .set({ parked: sql`${place('reason')}` })
    .where(sql`${events.localSeq} = ${place('localSeq')} AND ${events.parked} <> ${place('reason')}`)
    .prepare();

  return {
    find(id: string): StoredEvent | undefined {
      const row = byId.get({ id });
      return row && stored(row);
    },
    at(localSeq: number): StoredEvent | undefined {
      const row = bySeq.get({ localSeq });
      return row && stored(row);
    },
    ofStream: (stream: string): readonly StoredEvent[] => byStream.all({ stream }).map(stored),
    /** Whether another device wrote to this stream too, so that the order of its events may still change. */
    isShared: (stream: string): boolean => foreign.get({ stream }) !== undefined,
    lastDeviceSeq: (device: string): number => lastDeviceSeq.get({ device })?.last ?? 0,
    hasDeviceSeq: (device: string, deviceSeq: number): boolean =>
      ofDeviceSeq.get({ device, deviceSeq }) !== undefined,
    add(envelope: Envelope, from: { origin: 'here' | 'feed'; feedSeq?: number; receipt?: string }): number {
      const { origin, feedSeq = null, receipt = '' } = from;
      return Number(insert.run({ ...envelope, origin, feedSeq, receipt }).lastInsertRowid);
    },
    accept(id: string, feedSeq: number, receipt: string): void {
      accept.run({ id, feedSeq, receipt });
    },
    /** @param reason an error code, or empty to take the event out of parking */
    park(localSeq: number, reason: string): void {
      park.run({ localSeq, reason });
    },
  };
}

export function stored(row: Row): StoredEvent {
  const { localSeq, receipt: _receipt, parked: _parked, feedSeq, ...rest } = row;
  return { ...rest, localSeq, feedSeq: feedSeq ?? undefined };
}
