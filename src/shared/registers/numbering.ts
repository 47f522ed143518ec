/** Numbers missing in a book, both ends included. */
export type Gap = { readonly from: number; readonly to: number };

/**
 * The number the next entry takes: the first one after the last that is not spoken for, across the volumes of a year.
 * @param marks numbers left empty, written by hand or given to late entries
 */
export function nextNumber(
  book: { readonly lastNumber: number },
  marks: readonly { readonly number: number }[] = [],
): number {
  const taken = new Set(marks.map((mark) => mark.number));
  let next = book.lastNumber + 1;
  while (taken.has(next)) next += 1;
  return next;
}

/**
 * The holes in a book's numbers, in order. A number given is never given again, so a hole is something to explain.
 * @param start the first number expected
 */
export function gapsIn(numbers: readonly number[], start: number): readonly Gap[] {
  const sorted = [...new Set(numbers)].filter((number) => number >= start).toSorted((a, b) => a - b);
  return sorted.flatMap((number, index) => {
    const expected = index === 0 ? start : (sorted[index - 1] ?? start) + 1;
    return number > expected ? [{ from: expected, to: number - 1 }] : [];
  });
}
