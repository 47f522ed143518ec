import type { Connection } from './connection.ts';

export type WordIndex = ReturnType<typeof wordIndex>;

/** A rebuild changes every row in one transaction. */
const MOST_WAITING = 2_000;

/**
 * The full-text index, written once at the end of a transaction: FTS5 writes out all it holds at each statement that
 * may roll back alone, as upserts and triggers do, and every such piece is a segment to be merged later.
 */
export function wordIndex({ sqlite }: Connection) {
  const add = sqlite.prepare('INSERT INTO search_index (rowid, terms) VALUES (?, ?)');
  const takeOut = sqlite.prepare(
    `INSERT INTO search_index (search_index, rowid, terms) VALUES ('delete', ?, ?)`,
  );
  /** By row: the words it stands under in the index, and those it is to stand under. */
  const waiting = new Map<number, { readonly was: string; readonly becomes: string }>();

  function writeOut(): void {
    for (const [id, { was, becomes }] of waiting) {
      if (was === becomes) continue;
      if (was !== '') takeOut.run(id, was);
      if (becomes !== '') add.run(id, becomes);
    }
    waiting.clear();
  }

  return {
    /** @param was the words of the row until now, empty for a new one @param becomes empty when the row goes */
    change(id: number, was: string, becomes: string): void {
      waiting.set(id, { was: waiting.get(id)?.was ?? was, becomes });
      if (waiting.size > MOST_WAITING) writeOut();
    },
    /** Before a commit, and before a question in the same transaction. */
    writeOut,
    /** After a transaction that was undone. */
    forget: (): void => waiting.clear(),
    /** Reads every row again. */
    rebuild(): void {
      waiting.clear();
      sqlite.exec(`INSERT INTO search_index (search_index) VALUES ('rebuild')`);
    },
  };
}
