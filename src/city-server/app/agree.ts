import { and, eq, inArray } from 'drizzle-orm';
import { feedHead } from '../store/communes.ts';
import type { Database } from '../store/database.ts';
import { feed } from '../store/schema.ts';

/**
 * Up to where a device and this feed tell the same story: a receipt takes in everything before it, so one that is the
 * same stands for all of them.
 */
export async function agree(
  { queries }: Database,
  office: string,
  marks: readonly { readonly seq: number; readonly receipt: string }[],
): Promise<{ readonly agreed: number; readonly head: number }> {
  const rows = await queries
    .select({ seq: feed.feedSeq, receipt: feed.receipt })
    .from(feed)
    .where(
      and(
        eq(feed.office, office),
        inArray(
          feed.feedSeq,
          marks.map(({ seq }) => seq),
        ),
      ),
    );
  const known = new Map(rows.map(({ seq, receipt }) => [seq, receipt]));
  const same = marks.filter(({ seq, receipt }) => known.get(seq) === receipt).map(({ seq }) => seq);
  return { agreed: Math.max(0, ...same), head: await feedHead(queries, office) };
}
