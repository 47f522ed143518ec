import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * Whether a column is one of many values, in one parameter: a list of 500 costs more to build than to look up. The
 * parameter is JSON, because drivers write an array value by value.
 */
export function among(column: PgColumn, values: Iterable<string | number>): SQL {
  const type = sql.raw(column.getSQLType());
  return sql`${column} = ANY(ARRAY(SELECT json_array_elements_text(${JSON.stringify([...values])}::json)::${type}))`;
}
