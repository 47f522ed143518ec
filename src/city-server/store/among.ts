import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Whether a column is one of many values, in one parameter: a list of 500 costs more to build than to look up. */
export function among(column: PgColumn, values: Iterable<string | number>): SQL {
  return sql`${column} = ANY(${sql.param([...values])}::${sql.raw(column.getSQLType())}[])`;
}
