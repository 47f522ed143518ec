import { asc, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { eventLog, stored } from '../event-log.ts';
import { drafts, events } from '../schema.ts';
import { settingReader } from '../settings.ts';
import { offerReader } from './offers.ts';
import type { SafetyReader } from './types.ts';
import { unprojectedStreams } from './unprojected.ts';
import { unsentFiles } from './unsent-files.ts';

/** Setting: the highest device sequence that may have been used before a restore. */
export const DEVICE_SEQ_FLOOR = 'deviceSeqFloor';

export function safetyReader(connection: Connection): SafetyReader {
  const { db, sqlite } = connection;
  const { setting } = settingReader(connection);
  const last = sqlite.prepare<[], number>('SELECT coalesce(max(local_seq), 0) FROM events').pluck();
  const firstUnsent = sqlite
    .prepare<[], number>(
      `SELECT coalesce(min(local_seq), 0) FROM (
         SELECT * FROM (SELECT local_seq FROM outbox WHERE ${OPEN} ORDER BY local_seq LIMIT 1)
         UNION ALL SELECT min(local_seq) FROM reoffers WHERE state <> 'taken')`,
    )
    .pluck();
  const states = sqlite
    .prepare<[], string>(
      `SELECT 'd ' || dossier_id || ' ' || version FROM dossiers
       UNION ALL SELECT 'e ' || book || ' ' || year || ' ' || number || ' ' || entry_id || ' ' || dossier_id FROM entries`,
    )
    .pluck();
  return {
    ...unsentFiles(connection),
    ...offerReader(connection),
    unsentAfter: (localSeq, limit) =>
      db
        .select()
        .from(events)
        .where(sql`${events.localSeq} IN (
          SELECT local_seq FROM outbox WHERE ${sql.raw(OPEN)} AND local_seq > ${localSeq}
          UNION SELECT local_seq FROM reoffers WHERE state <> 'taken' AND local_seq > ${localSeq})`)
        .orderBy(asc(events.localSeq))
        .limit(limit)
        .all()
        .map(stored),
    eventsById: (ids) =>
      db
        .select()
        .from(events)
        .where(sql`${events.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
        .all()
        .map(stored),
    logExtent: () => ({ last: last.get() ?? 0, firstUnsent: firstUnsent.get() ?? 0 }),
    lastDeviceSeq: eventLog(connection).lastDeviceSeq,
    deviceSeqFloor: () => setting<number>(DEVICE_SEQ_FLOOR) ?? 0,
    unprojected: unprojectedStreams(connection).count,
    allDrafts: () => db.select().from(drafts).all(),
    stateLines: () => states.iterate(),
  };
}

/** Spelt as the partial indexes spell it, or SQLite would not use them. */
const OPEN = `state NOT IN ('accepted', 'resolved')`;
