import { sql } from 'drizzle-orm';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { Queries } from './database.ts';
import { type Block, blocksOf, packBlock, saveBlocks } from './feed-blocks.ts';
import type { Acceptance } from './ledger.ts';

export type AcceptedEvent = {
  readonly envelope: Envelope;
  /** Its JSON, on one line. */
  readonly text: string;
  readonly acceptance: Acceptance;
};

type Placed = AcceptedEvent & { readonly feedSeq: number };

/** Adds events to the end of a commune's feed. */
export async function saveFeed(
  queries: Queries,
  office: string,
  accepted: readonly AcceptedEvent[],
): Promise<void> {
  if (accepted.length === 0) return;
  const blocks = blocksOf(accepted.map((each) => ({ ...each, feedSeq: each.acceptance.feedSeq })));
  const [packed] = await Promise.all([Promise.all(blocks.map(packBlock)), saveRows(queries, office, blocks)]);
  await saveBlocks(queries, office, packed);
}

/** In one parameter, whatever the number of events: building thousands of them cost more than the database's work. */
async function saveRows(queries: Queries, office: string, blocks: readonly Block<Placed>[]): Promise<void> {
  const rows = blocks.flatMap(({ firstSeq, events }) =>
    events.map(({ envelope: { id, device, deviceSeq, kind, stream, at }, acceptance }) => {
      return { id, device, deviceSeq, kind, stream, at, ...acceptance, block: firstSeq };
    }),
  );
  await queries.execute(sql`
    INSERT INTO feed (commune_id, feed_seq, event_id, device, device_seq, kind, stream, digest, receipt, accepted_at, at, block)
    SELECT ${office}, "feedSeq", id, device, "deviceSeq", kind, stream, digest, receipt, "acceptedAt", at, block
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS r ("feedSeq" bigint, id uuid, device uuid, "deviceSeq" bigint, kind text, stream uuid, digest text, receipt text,
              "acceptedAt" timestamptz, at text, block bigint)`);
}
