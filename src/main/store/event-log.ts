import type { Envelope } from '#shared/sync/envelope.ts';
import type { Connection } from './connection.ts';
import { type EventPlace, RecentStreams } from './recent-streams.ts';
import type { events } from './schema.ts';
import type { StoredEvent } from './types.ts';

export type EventLog = ReturnType<typeof eventLog>;

/** An event as the log holds it: its payload is JSON text. */
type LoggedRow = Omit<StoredEvent, 'payload' | 'feedSeq'> & {
  readonly payload: string;
  readonly feedSeq: number | null;
};

const EVENT = `local_seq AS localSeq, id, office, device, device_seq AS deviceSeq, kind, version, stream, base, actor, at,
  clock, payload, origin, feed_seq AS feedSeq`;

const PLACE = 'local_seq AS localSeq, id, stream, feed_seq AS feedSeq';

/**
 * The append-only log. Only what the city says about an event (feed sequence, receipt) and parking may change.
 * Every step and every pulled event passes here, so its statements are plain ones.
 */
export function eventLog({ sqlite }: Connection) {
  const recent = new RecentStreams();
  const place = sqlite.prepare<[string], EventPlace>(`SELECT ${PLACE} FROM events WHERE id = ?`);
  const bySeq = sqlite.prepare<[number], LoggedRow>(`SELECT ${EVENT} FROM events WHERE local_seq = ?`);
  // Canonical order of a stream: the commune's feed first, then what only this device knows, as it was written.
  const inOrder = 'WHERE stream = ? ORDER BY feed_seq IS NULL, feed_seq, local_seq';
  const byStream = sqlite.prepare<[string], LoggedRow>(`SELECT ${EVENT} FROM events ${inOrder}`);
  const placesOf = sqlite.prepare<[string], EventPlace>(`SELECT ${PLACE} FROM events ${inOrder}`);
  const isForeign = sqlite
    .prepare<[string], number>(`SELECT EXISTS (SELECT 1 FROM events WHERE stream = ? AND origin = 'feed')`)
    .pluck();
  const lastDeviceSeq = sqlite
    .prepare<[string], number>('SELECT coalesce(max(device_seq), 0) FROM events WHERE device = ?')
    .pluck();
  const hasDeviceSeq = sqlite
    .prepare<[string, number], number>(
      'SELECT EXISTS (SELECT 1 FROM events WHERE device = ? AND device_seq = ?)',
    )
    .pluck();
  const insert = sqlite.prepare(
    `INSERT INTO events (id, office, device, device_seq, kind, version, stream, base, actor, at, clock, payload, origin,
       feed_seq, receipt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const accept = sqlite.prepare('UPDATE events SET feed_seq = ?, receipt = ? WHERE local_seq = ?');
  // Nearly nothing is parked, so looking among the parked finds sooner that there is nothing to do.
  const unpark = sqlite.prepare(
    `UPDATE events INDEXED BY events_parked SET parked = '' WHERE stream = ? AND parked <> ''`,
  );
  const park = sqlite.prepare('UPDATE events SET parked = ? WHERE local_seq = ?');

  function eventAt(localSeq: number): StoredEvent | undefined {
    const row = bySeq.get(localSeq);
    return row && readEvent(row);
  }

  return {
    find: (id: string): EventPlace | undefined => place.get(id),
    at: eventAt,
    ofStream(stream: string): readonly StoredEvent[] {
      if (!recent.has(stream)) return recent.keep(stream, byStream.all(stream).map(readEvent));
      const events = placesOf.all(stream).flatMap((each) => recent.at(each) ?? eventAt(each.localSeq) ?? []);
      return recent.keep(stream, events);
    },
    /** Whether another device wrote to this stream too, so that the order of its events may still change. */
    isShared: (stream: string): boolean => isForeign.get(stream) === 1,
    lastDeviceSeq: (device: string): number => lastDeviceSeq.get(device) ?? 0,
    hasDeviceSeq: (device: string, deviceSeq: number): boolean => hasDeviceSeq.get(device, deviceSeq) === 1,
    /** @returns its place in this log */
    add(event: Envelope, from: { origin: 'here' | 'feed'; feedSeq?: number; receipt?: string }): number {
      const { id, office, device, deviceSeq, kind, version, stream, base, actor, at, clock, payload } = event;
      const { origin, feedSeq = null, receipt = '' } = from;
      const told = [id, office, device, deviceSeq, kind, version, stream, base, actor, at, clock];
      const added = insert.run(...told, JSON.stringify(payload), origin, feedSeq, receipt);
      return Number(added.lastInsertRowid);
    },
    accept(localSeq: number, feedSeq: number, receipt: string): void {
      accept.run(feedSeq, receipt, localSeq);
    },
    /** Parks these of a stream's events, each under an error code, and takes its others out of parking. */
    park(stream: string, reasons: ReadonlyMap<number, string>): void {
      unpark.run(stream);
      for (const [localSeq, reason] of reasons) park.run(reason, localSeq);
    },
  };
}

function readEvent({ payload, feedSeq, ...row }: LoggedRow): StoredEvent {
  return { ...row, payload: JSON.parse(payload), feedSeq: feedSeq ?? undefined };
}

export function stored(row: typeof events.$inferSelect): StoredEvent {
  const { localSeq, receipt: _receipt, parked: _parked, feedSeq, ...rest } = row;
  return { ...rest, localSeq, feedSeq: feedSeq ?? undefined };
}
