import { feedHead } from '../store/communes.ts';
import type { Database } from '../store/database.ts';
import { readFeed } from '../store/feed-page.ts';

const ROWS_AT_ONCE = 500;

/** What a commune's events say, for who looks after the database: JSON, one at a time, in the order of the feed. */
export async function* feedLines({ queries }: Database, office: string): AsyncGenerator<string> {
  const head = await feedHead(queries, office);
  let after = 0;
  while (after < head) {
    const rows = await readFeed(queries, office, { after, head, limit: ROWS_AT_ONCE });
    for (const { text } of rows) yield text;
    after = rows.at(-1)?.feedSeq ?? head;
  }
}
