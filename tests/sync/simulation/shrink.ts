/**
 * Delta debugging (Zeller, Hildebrandt 2002): leaves parts of a failing list out as long as it goes on failing.
 * @param fails told whether a shorter list shows the same fault
 * @returns a list of which no single item can be left out
 */
export async function shrink<T>(
  items: readonly T[],
  fails: (items: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let kept = items;
  let parts = 2;
  while (kept.length > 1) {
    const size = Math.ceil(kept.length / parts);
    const shorter = await firstFailing(kept, size, fails);
    if (shorter) {
      kept = shorter;
      parts = Math.max(2, parts - 1);
    } else if (size === 1) break;
    else parts = Math.min(kept.length, parts * 2);
  }
  return kept;
}

async function firstFailing<T>(
  items: readonly T[],
  size: number,
  fails: (items: readonly T[]) => Promise<boolean>,
): Promise<readonly T[] | undefined> {
  // From the end: what happened last is least often needed by what follows.
  const last = Math.floor((items.length - 1) / size) * size;
  for (let from = last; from >= 0; from -= size) {
    const without = [...items.slice(0, from), ...items.slice(from + size)];
    if (without.length > 0 && (await fails(without))) return without;
  }
  return undefined;
}
