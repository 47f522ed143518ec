import type { Connection } from './connection.ts';

type Row = Readonly<Record<string, string | number>>;

/**
 * Rows of a table under their keys. A row that is already there is changed in the columns that differ alone: an UPDATE
 * writes every index of the columns it names, whether their values changed or not.
 * @param columns those written, keys included, in any order
 */
export function rowKeeper<Stored extends Row>(
  { sqlite }: Connection,
  table: string,
  keys: readonly (keyof Stored & string)[],
  columns: readonly (keyof Stored & string)[],
) {
  const where = keys.map((key) => `${key} = @${key}`).join(' AND ');
  const find = sqlite.prepare<[Row], Stored>(`SELECT * FROM ${table} WHERE ${where}`);
  const insert = sqlite.prepare<[Row]>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((each) => `@${each}`).join(', ')})`,
  );
  const updates = new Map<string, typeof insert>();

  function updateOf(changed: readonly string[]): typeof insert {
    const set = changed.map((each) => `${each} = @${each}`).join(', ');
    const known = updates.get(set) ?? sqlite.prepare<[Row]>(`UPDATE ${table} SET ${set} WHERE ${where}`);
    updates.set(set, known);
    return known;
  }

  return {
    /** @returns the row as it was; undefined for one that is new */
    put(row: Row): { readonly was: Stored } | { readonly addedAs: number } {
      const was = find.get(row);
      if (!was) return { addedAs: Number(insert.run(row).lastInsertRowid) };
      const changed = columns.filter((each) => row[each] !== was[each]);
      if (changed.length > 0) updateOf(changed).run(row);
      return { was };
    },
  };
}
