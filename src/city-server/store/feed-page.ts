import { and, asc, eq, gt, lte, ne } from 'drizzle-orm';
import type { FeedEvent } from '#shared/sync/protocol.ts';
import type { Queries } from './database.ts';
import { feed } from './schema.ts';

/**
 * Accepted events of a commune after a sequence, in order.
 * @param page.notDevice leaves out the events of this device
 */
export async function readFeed(
  queries: Queries,
  office: string,
  page: {
    readonly after: number;
    readonly head: number;
    readonly limit: number;
    readonly notDevice?: string | undefined;
  },
): Promise<readonly FeedEvent[]> {
  const rows = await queries
    .select({ feedSeq: feed.feedSeq, envelope: feed.envelope, receipt: feed.receipt })
    .from(feed)
    .where(
      and(
        eq(feed.office, office),
        gt(feed.feedSeq, page.after),
        lte(feed.feedSeq, page.head),
        page.notDevice === undefined ? undefined : ne(feed.device, page.notDevice),
      ),
    )
    .orderBy(asc(feed.feedSeq))
    .limit(page.limit);
  return rows.map(({ envelope, feedSeq, receipt }) => ({ ...envelope, feedSeq, receipt }));
}

/** @throws Error when the feed has a gap, which it never has */
export async function receiptAt(queries: Queries, office: string, feedSeq: number): Promise<string> {
  const [row] = await queries
    .select({ receipt: feed.receipt })
    .from(feed)
    .where(and(eq(feed.office, office), eq(feed.feedSeq, feedSeq)));
  if (!row) throw new Error(`the feed of ${office} has no ${feedSeq}`);
  return row.receipt;
}
