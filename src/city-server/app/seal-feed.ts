import type { KeyObject } from 'node:crypto';
import { linkOf, runsOf, type Seal } from '#shared/sync/receipt.ts';
import type { Queries } from '../store/database.ts';
import { receiptAt } from '../store/feed-page.ts';
import { makeSeal } from './receipt.ts';

/** One signature for each run of feed sequences, however many events it holds. */
export async function sealFeed(
  queries: Queries,
  key: KeyObject,
  office: string,
  taken: readonly { readonly feedSeq: number; readonly receipt: string }[],
): Promise<readonly Seal[]> {
  const seals: Seal[] = [];
  for (const run of runsOf(taken)) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    const { feedSeq: from } = first;
    const before = from === 1 ? '' : linkOf(await receiptAt(queries, office, from - 1));
    seals.push(makeSeal(key, { office, from, to: last.feedSeq, before, link: linkOf(last.receipt) }));
  }
  return seals;
}
