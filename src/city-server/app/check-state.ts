import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import {
  addToStateSum,
  differingBuckets,
  dossierLine,
  emptyStateSum,
  entryLine,
} from '#shared/sync/state-sum.ts';
import { feedHead } from '../store/communes.ts';
import type { Database, Queries } from '../store/database.ts';
import { dossiers, entries, stateChecks } from '../store/schema.ts';
import type { Sender } from './push.ts';

export type StateCheck = { readonly compared: boolean; readonly differing: number };

/**
 * Compares what a device's lists show with what the city's do, at one place of the feed, and keeps what came of it.
 * @param sum of `state-sum.ts`, base64
 */
export async function checkState(
  database: Database,
  sender: Sender,
  said: { readonly feedSeq: number; readonly sum: string },
  checkedAt: Date,
): Promise<StateCheck> {
  const theirs = Buffer.from(said.sum, 'base64');
  return database.queries.transaction(
    async (queries) => {
      const own = emptyStateSum();
      if ((await feedHead(queries, sender.office)) !== said.feedSeq || theirs.length !== own.length) {
        return { compared: false, differing: 0 };
      }
      await addRows(queries, sender.office, own);
      const differing = differingBuckets(own, theirs);
      const row = { ...sender, checkedAt, feedSeq: said.feedSeq, differing };
      await queries
        .insert(stateChecks)
        .values(row)
        .onConflictDoUpdate({ target: [stateChecks.office, stateChecks.device], set: row });
      return { compared: true, differing };
    },
    { isolationLevel: 'repeatable read' },
  );
}

async function addRows(queries: Queries, office: string, sum: Uint8Array): Promise<void> {
  const add = (line: string): void => addToStateSum(sum, createHash('sha256').update(line).digest());
  const versions = await queries
    .select({ id: dossiers.dossierId, version: dossiers.version })
    .from(dossiers)
    .where(eq(dossiers.office, office));
  for (const { id, version } of versions) add(dossierLine(id, version));
  const numbers = await queries
    .select({
      book: entries.book,
      year: entries.year,
      number: entries.number,
      entryId: entries.entryId,
      dossierId: entries.dossierId,
    })
    .from(entries)
    .where(eq(entries.office, office));
  for (const entry of numbers) add(entryLine(entry));
}
