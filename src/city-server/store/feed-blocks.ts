import { promisify } from 'node:util';
import { zstdCompress, zstdDecompressSync } from 'node:zlib';
import { and, eq, sql } from 'drizzle-orm';
import { among } from './among.ts';
import type { Queries } from './database.ts';
import { feedBlocks } from './schema.ts';

/** Events that follow one another in the feed, kept as one packed text: alone each would take four times as much. */
export type Block<Event extends FeedText> = { readonly firstSeq: number; readonly events: readonly Event[] };

type PackedBlock = { readonly firstSeq: number; readonly body: Buffer };

/** JSON of one event of the feed. */
export type FeedText = { readonly feedSeq: number; readonly text: string };

/** Ten receptions: enough for zstd to find what they share, and few to unpack for one of them. */
const BLOCK_CHARACTERS = 32 * 1024;

const compress = promisify(zstdCompress);

/** Cuts events that follow one another without a gap into blocks. */
export function blocksOf<Event extends FeedText>(events: readonly Event[]): readonly Block<Event>[] {
  const blocks: { firstSeq: number; events: Event[] }[] = [];
  let left = 0;
  for (const event of events) {
    left -= event.text.length;
    if (left >= 0) {
      blocks.at(-1)?.events.push(event);
      continue;
    }
    blocks.push({ firstSeq: event.feedSeq, events: [event] });
    left = BLOCK_CHARACTERS - event.text.length;
  }
  return blocks;
}

/** A block as it is kept; packed beside the thread that runs the server. */
export async function packBlock({ firstSeq, events }: Block<FeedText>): Promise<PackedBlock> {
  return { firstSeq, body: await compress(events.map(({ text }) => text).join('\n')) };
}

/** Bodies travel as base64 both ways: PGlite reads and writes `bytea` digit by digit. */
export async function saveBlocks(
  queries: Queries,
  office: string,
  blocks: readonly PackedBlock[],
): Promise<void> {
  const rows = blocks.map(({ firstSeq, body }) => ({ firstSeq, body: body.toString('base64') }));
  await queries.execute(sql`
    INSERT INTO feed_blocks (commune_id, first_seq, packed, body)
    SELECT ${office}, "firstSeq", true, decode(body, 'base64')
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r ("firstSeq" bigint, body text)`);
}

/** Rows of the feed with the texts of their events. */
export async function withTexts<Row extends { readonly feedSeq: number; readonly block: number }>(
  queries: Queries,
  office: string,
  rows: readonly Row[],
): Promise<readonly (Row & FeedText)[]> {
  if (rows.length === 0) return [];
  const blocks = rows.map(({ block }) => block);
  const texts = await readTexts(queries, office, new Set(blocks));
  return rows.map((row) => {
    const text = texts.get(row.feedSeq);
    if (text === undefined) throw new Error(`block ${row.block} of ${office} does not hold ${row.feedSeq}`);
    return { ...row, text };
  });
}

/** The texts of all events of these blocks, by feed sequence. */
async function readTexts(
  queries: Queries,
  office: string,
  blocks: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> {
  const rows = await queries
    .select({
      firstSeq: feedBlocks.firstSeq,
      packed: feedBlocks.packed,
      body: sql<string>`encode(${feedBlocks.body}, 'base64')`,
    })
    .from(feedBlocks)
    .where(and(eq(feedBlocks.office, office), among(feedBlocks.firstSeq, blocks)));
  const texts = new Map<number, string>();
  for (const { firstSeq, packed, body } of rows) {
    const kept = Buffer.from(body, 'base64');
    const lines = (packed ? zstdDecompressSync(kept) : kept).toString('utf8').split('\n');
    for (const [index, line] of lines.entries()) texts.set(firstSeq + index, line);
  }
  return texts;
}
