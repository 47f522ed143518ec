export type ByteRange = { readonly start: number; readonly end: number };

/**
 * The bytes a `Range` header asks for, both ends included; all of them without a header.
 * @returns undefined for a range that the content does not have, or one of several parts
 */
export function byteRange(header: string | undefined, size: number): ByteRange | undefined {
  if (header === undefined) return { start: 0, end: size - 1 };
  const match = /^bytes=(\d+)-(\d*)$/.exec(header);
  if (!match) return undefined;
  const start = Number(match[1]);
  const end = Math.min(match[2] === '' ? size - 1 : Number(match[2]), size - 1);
  return start <= end ? { start, end } : undefined;
}
