import type { SyncCursor } from '#main/store/types.ts';

/** The cursor with the highest place of the feed whose receipt is known: what the city must still have next time. */
export function withWitness(
  cursor: SyncCursor,
  accepted: readonly { readonly feedSeq: number; readonly receipt: string }[],
): SyncCursor {
  let { witnessSeq, witnessReceipt } = cursor;
  for (const { feedSeq, receipt } of accepted) {
    if (feedSeq > witnessSeq) [witnessSeq, witnessReceipt] = [feedSeq, receipt];
  }
  return { ...cursor, witnessSeq, witnessReceipt };
}
