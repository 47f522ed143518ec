import type { Json } from '../kernel/canonical-json.ts';
import { fromLeaf, toLeaf } from './column-leaf.ts';

/**
 * A list of like objects written by column instead of by row, for the line: what stands under one key of all of them
 * lies together, so that zstd finds more, and keys are written once. Lossless for JSON, the order of keys included.
 *
 * - objects: `{s: [keys of each shape], r: which shape each row has, c: [a column for each key]}`; no `r` for one shape
 * - lists: `{n: how long each is, e: a column of all their elements}`
 * - anything else, or a mixture: a leaf, see `column-leaf.ts`
 */
export type Column = Json;

type Row = { readonly [key: string]: Json };

export function toColumn(rows: readonly Json[]): Column {
  if (rows.length === 0) return [];
  if (rows.every(isRow)) return fromRows(rows);
  if (rows.every((row) => Array.isArray(row))) {
    const lists = rows as readonly (readonly Json[])[];
    return { n: toLeaf(lists.map((list) => list.length)), e: toColumn(lists.flat()) };
  }
  return toLeaf(rows);
}

function fromRows(rows: readonly Row[]): Column {
  const places = new Map<string, number>();
  const shapes: string[][] = [];
  const values = new Map<string, Json[]>();
  const shapeOf = rows.map((row) => {
    // What is undefined is not in the JSON of a row either.
    const keys = Object.keys(row).filter((key) => row[key] !== undefined);
    for (const key of keys) {
      const column = values.get(key);
      const value = row[key] ?? null;
      if (column) column.push(value);
      else values.set(key, [value]);
    }
    const name = JSON.stringify(keys);
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, shapes.length);
    return shapes.push(keys) - 1;
  });
  const c = [...values.values()].map(toColumn);
  return shapes.length === 1 ? { s: shapes, c } : { s: shapes, r: toLeaf(shapeOf), c };
}

/**
 * @param count how many rows there are
 * @param most how many characters the rows may have together: a few bytes can stand for very many
 * @throws RangeError for a column that is not one, or stands for more
 */
export function fromColumn(column: unknown, count: number, most: number): readonly Json[] {
  const budget = { left: most };
  return read(column, count, budget);
}

type Budget = { left: number };

function read(column: unknown, count: number, budget: Budget): readonly Json[] {
  budget.left -= count;
  if (budget.left < 0) throw new RangeError('the columns stand for too much');
  if (typeof column === 'object' && column !== null && 's' in column && 'c' in column) {
    return readRows(column, count, budget);
  }
  if (typeof column === 'object' && column !== null && 'n' in column && 'e' in column) {
    return readLists(column, count, budget);
  }
  const values = fromLeaf(column, count);
  for (const value of values) if (typeof value === 'string') budget.left -= value.length;
  if (budget.left < 0) throw new RangeError('the columns stand for too much');
  return values;
}

function readRows(
  column: { readonly s: unknown; readonly c: unknown; readonly r?: unknown },
  count: number,
  budget: Budget,
): readonly Json[] {
  const { s: shapes, c: columns } = column;
  if (!isShapes(shapes) || !Array.isArray(columns)) throw new RangeError('the shapes are not lists of keys');
  const shapeOf = 'r' in column ? read(column.r, count, budget) : Array.from({ length: count }, () => 0);
  const rowsOf = shapes.map(() => 0);
  for (const shape of shapeOf) {
    if (typeof shape !== 'number' || rowsOf[shape] === undefined) throw new RangeError('no such shape');
    rowsOf[shape] += 1;
  }
  const counts = new Map<string, number>();
  for (const [index, keys] of shapes.entries()) {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + (rowsOf[index] ?? 0));
  }
  if (columns.length !== counts.size) throw new RangeError('not a column for each key');
  const values = new Map(
    [...counts].map(([key, most], index) => [key, { column: read(columns[index], most, budget), next: 0 }]),
  );
  const columnsOf = shapes.map((keys) => keys.map((key) => ({ key, values: values.get(key) })));
  return shapeOf.map((shape) => {
    const row: { [key: string]: Json } = {};
    for (const { key, values: from } of columnsOf[Number(shape)] ?? []) {
      const value = from?.column[from.next++] ?? null;
      // A key that would reach into the prototype of an object is dropped.
      if (key !== '__proto__') row[key] = value;
    }
    return row;
  });
}

function readLists(
  column: { readonly n: unknown; readonly e: unknown },
  count: number,
  budget: Budget,
): readonly Json[] {
  const lengths = read(column.n, count, budget).map((length) => {
    if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) {
      throw new RangeError('a list has no length');
    }
    return length;
  });
  const elements = read(
    column.e,
    lengths.reduce((sum, length) => sum + length, 0),
    budget,
  );
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return elements.slice(from - length, from);
  });
}

function isRow(value: Json): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isShapes(value: unknown): value is readonly (readonly string[])[] {
  return (
    Array.isArray(value) &&
    value.every((keys) => Array.isArray(keys) && keys.every((key) => typeof key === 'string'))
  );
}
