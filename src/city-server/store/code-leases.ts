import { and, eq, max, sql } from 'drizzle-orm';
import type { Queries } from './database.ts';
import { codeLeases, communes } from './schema.ts';

export type LeasedBlock = { readonly from: number; readonly to: number };

type Asked = {
  readonly office: string;
  readonly device: string;
  readonly leaseId: string;
  readonly day: string;
  readonly wanted: number;
  readonly at: Date;
};

/**
 * The next block of a day, directly after the last one, under the commune's lock; the same again for the same id.
 * @returns undefined when another device has that id
 */
export async function leaseBlock(queries: Queries, asked: Asked): Promise<LeasedBlock | undefined> {
  const { office, device, leaseId, day, wanted, at: leasedAt } = asked;
  await queries
    .select({ office: communes.office })
    .from(communes)
    .where(eq(communes.office, office))
    .for('update');
  const [known] = await queries
    .select()
    .from(codeLeases)
    .where(and(eq(codeLeases.office, office), eq(codeLeases.leaseId, leaseId)));
  if (known) return known.device === device && known.day === day ? known : undefined;
  const [last] = await queries
    .select({ to: max(codeLeases.to) })
    .from(codeLeases)
    .where(and(eq(codeLeases.office, office), eq(codeLeases.day, day)));
  const from = (last?.to ?? 0) + 1;
  const to = from + wanted - 1;
  await queries.insert(codeLeases).values({ office, day, from, to, leaseId, device, leasedAt });
  return { from, to };
}

/** A block its device has accounted for. */
export async function closeBlock(
  queries: Queries,
  block: {
    readonly office: string;
    readonly device: string;
    readonly leaseId: string;
    readonly unused: readonly LeasedBlock[];
    readonly at: Date;
  },
): Promise<void> {
  const { office, device, leaseId, unused, at } = block;
  await queries
    .update(codeLeases)
    .set({ closedAt: sql`coalesce(${codeLeases.closedAt}, ${at.toISOString()})`, unused })
    .where(
      and(eq(codeLeases.office, office), eq(codeLeases.leaseId, leaseId), eq(codeLeases.device, device)),
    );
}
