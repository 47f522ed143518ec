import { createHash } from 'node:crypto';
import { instantAt } from '#shared/kernel/instant.ts';
import { addDays, type PlainDate } from '#shared/kernel/plain-date.ts';
import type { DayResponse } from '#shared/sync/office-protocol.ts';
import type { Database } from '../store/database.ts';
import { readDay } from '../store/feed-page.ts';

/** What the city took of an office's day, by the date on the devices' clocks in Hà Nội. */
export async function daySummary(
  database: Database,
  office: string,
  day: PlainDate,
  detail: boolean,
): Promise<Pick<DayResponse, 'day' | 'kinds' | 'events'>> {
  const from = instantAt({ date: day, minutes: 0 });
  const before = instantAt({ date: addDays(day, 1), minutes: 0 });
  const rows = await readDay(database.queries, office, from, before);
  const kinds = [...Map.groupBy(rows, (row) => row.kind)].map(([kind, events]) => ({
    kind,
    count: events.length,
    hash: hashOf(events.map((event) => event.digest)),
  }));
  return { day, kinds, events: detail ? [...rows] : [] };
}

function hashOf(digests: readonly string[]): string {
  return createHash('sha256').update(digests.toSorted().join('\n')).digest('hex');
}
