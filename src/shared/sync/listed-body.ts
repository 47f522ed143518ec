import type { Json } from '../kernel/canonical-json.ts';
import { fromColumn, toColumn } from './columns.ts';

/** Media type of JSON whose lists of objects are written by column, see `columns.ts`. */
export const COLUMNS_MEDIA = 'application/vnd.mot-cua.columns+json';

type Body = { readonly [member: string]: unknown };

/** A body with one of its lists as `{rows, column}`. */
export function packList<Member extends string>(
  body: Body & { readonly [member in Member]: readonly object[] },
  member: Member,
): Body {
  const rows: readonly object[] = body[member];
  return { ...body, [member]: { rows: rows.length, column: toColumn(rows as readonly Json[]) } };
}

/**
 * The body as it was.
 * @param most how many characters its lists may have each
 * @throws RangeError for columns that are none
 */
export function unpackLists(body: unknown, most: number): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([member, value]) => {
      if (typeof value !== 'object' || value === null || !('rows' in value && 'column' in value)) {
        return [member, value];
      }
      const { rows, column } = value;
      if (!Number.isSafeInteger(rows) || Number(rows) < 0) throw new RangeError('a list has no length');
      return [member, fromColumn(column, Number(rows), most)];
    }),
  );
}
