/** Numbers missing in a book, both ends included. */
export type Gap = { readonly from: number; readonly to: number };

/** The number the next entry takes: one after the last, across the volumes of a year. */
export function nextNumber(book: { readonly lastNumber: number }): number {
  return book.lastNumber + 1;
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
