import type { KeyObject } from 'node:crypto';
import type { FeedEvent } from '#shared/sync/protocol.ts';
import type { Seal } from '#shared/sync/receipt.ts';
import { feedHead } from '../store/communes.ts';
import type { Database } from '../store/database.ts';
import { bytesOf, feedEvent, readFeed } from '../store/feed-page.ts';
import { sealFeed } from './seal-feed.ts';

const ROWS_AT_ONCE = 1000;

/**
 * A long piece of the feed for a device that has nothing yet: as many whole events after a place as the bytes asked
 * for hold. Nothing is prepared, so a piece is never old, and any place is a place to go on from.
 */
export async function snapshot(
  { database, signingKey }: { readonly database: Database; readonly signingKey: KeyObject },
  office: string,
  { after, bytes }: { readonly after: number; readonly bytes: number },
): Promise<{
  readonly events: FeedEvent[];
  readonly upTo: number;
  readonly head: number;
  readonly seal?: Seal;
}> {
  const { queries } = database;
  const head = await feedHead(queries, office);
  const events: FeedEvent[] = [];
  let left = bytes;
  while (left > 0) {
    const from = events.at(-1)?.feedSeq ?? after;
    const rows = await readFeed(queries, office, { after: from, head, limit: ROWS_AT_ONCE });
    for (const row of rows) {
      left -= bytesOf(row);
      events.push(feedEvent(row));
      if (left <= 0) break;
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  const [seal] = await sealFeed(queries, signingKey, office, events);
  return { events, upTo: events.at(-1)?.feedSeq ?? after, head, ...(seal && { seal }) };
}
