import { and, asc, eq, gt, gte, lt, lte, max, ne } from 'drizzle-orm';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { FeedEvent } from '#shared/sync/protocol.ts';
import type { Queries } from './database.ts';
import { withTexts } from './feed-blocks.ts';
import { entries, feed } from './schema.ts';

/** An event of the feed, its text not read yet. */
export type FeedRow = { readonly feedSeq: number; readonly receipt: string; readonly text: string };

/** What JSON writes around the text of an event and its receipt. */
const FRAME_BYTES = 32;

/** The event as it is sent. */
export function feedEvent({ text, feedSeq, receipt }: FeedRow): FeedEvent {
  return { ...(JSON.parse(text) as Envelope), feedSeq, receipt };
}

/** How many bytes an event takes as JSON, near enough to bound a page. */
export function bytesOf({ text, receipt }: FeedRow): number {
  return Buffer.byteLength(text) + receipt.length + FRAME_BYTES;
}

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
): Promise<readonly FeedRow[]> {
  const rows = await queries
    .select({ feedSeq: feed.feedSeq, block: feed.block, receipt: feed.receipt })
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
  return withTexts(queries, office, rows);
}

/** All events of a dossier or a book, in feed order. */
export async function readStream(
  queries: Queries,
  office: string,
  stream: string,
): Promise<readonly Envelope[]> {
  const rows = await queries
    .select({ feedSeq: feed.feedSeq, block: feed.block })
    .from(feed)
    .where(and(eq(feed.office, office), eq(feed.stream, stream)))
    .orderBy(asc(feed.feedSeq));
  const events = await withTexts(queries, office, rows);
  return events.map(({ text }) => JSON.parse(text) as Envelope);
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

/** What the city wrote itself has a sequence of its own, as every device's events have. */
export async function nextDeviceSeq(queries: Queries, office: string, device: string): Promise<number> {
  const [row] = await queries
    .select({ last: max(feed.deviceSeq) })
    .from(feed)
    .where(and(eq(feed.office, office), eq(feed.device, device)));
  return (row?.last ?? 0) + 1;
}

/** The highest number an accepted entry of a book has; 0 when it has none. */
export async function lastEntryNumber(queries: Queries, office: string, bookId: string): Promise<number> {
  const [row] = await queries
    .select({ last: max(entries.number) })
    .from(entries)
    .where(and(eq(entries.office, office), eq(entries.bookId, bookId)));
  return row?.last ?? 0;
}

/** Accepted events whose device wrote them in a stretch of time, in feed order. */
export async function readDay(
  queries: Queries,
  office: string,
  from: string,
  before: string,
): Promise<readonly { readonly id: string; readonly kind: string; readonly digest: string }[]> {
  return queries
    .select({ id: feed.eventId, kind: feed.kind, digest: feed.digest })
    .from(feed)
    .where(and(eq(feed.office, office), gte(feed.at, from), lt(feed.at, before)))
    .orderBy(asc(feed.feedSeq));
}
