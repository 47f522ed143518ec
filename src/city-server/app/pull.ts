import type { KeyObject } from 'node:crypto';
import type { z } from 'zod';
import { type FeedEvent, MAX_BATCH_BYTES, type pullRequestSchema } from '#shared/sync/protocol.ts';
import type { Seal } from '#shared/sync/receipt.ts';
import { feedHead } from '../store/communes.ts';
import type { Database } from '../store/database.ts';
import { bytesOf, type FeedRow, feedEvent, readFeed } from '../store/feed-page.ts';
import type { Sender } from './push.ts';
import { sealFeed } from './seal-feed.ts';

/** One page of the commune's feed, bounded by count and by bytes; the cursor never passes an event not sent. */
export async function pull(
  { database, signingKey }: { readonly database: Database; readonly signingKey: KeyObject },
  device: Sender,
  request: z.infer<typeof pullRequestSchema>,
): Promise<{
  readonly events: FeedEvent[];
  readonly upTo: number;
  readonly head: number;
  readonly seal?: Seal;
}> {
  // The head is read first: rows up to it are committed, because both are written under one lock.
  const head = await feedHead(database.queries, device.office);
  const rows = await readFeed(database.queries, device.office, {
    after: request.after,
    head,
    limit: request.limit,
    notDevice: request.own === 'skip' ? device.device : undefined,
  });
  const events = withinBytes(rows).map(feedEvent);
  const whole = events.length === rows.length && rows.length < request.limit;
  const upTo = whole ? head : (events.at(-1)?.feedSeq ?? head);
  const [seal] =
    request.own === 'include' ? await sealFeed(database.queries, signingKey, device.office, events) : [];
  return { events, upTo, head, ...(seal && { seal }) };
}

function withinBytes(rows: readonly FeedRow[]): readonly FeedRow[] {
  const taken: FeedRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += bytesOf(row);
    if (taken.length > 0 && bytes > MAX_BATCH_BYTES) break;
    taken.push(row);
  }
  return taken;
}
