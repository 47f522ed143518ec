import { eq, sql } from 'drizzle-orm';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { Queries } from './database.ts';
import { communes } from './schema.ts';

/** Adds a commune or renews its profile; its feed stays. */
export async function saveCommune(queries: Queries, profile: OfficeProfile): Promise<void> {
  await queries
    .insert(communes)
    .values({ office: profile.id, profile })
    .onConflictDoUpdate({ target: communes.office, set: { profile: sql`excluded.profile` } });
}

export async function findProfile(queries: Queries, office: string): Promise<OfficeProfile | undefined> {
  const [row] = await queries
    .select({ profile: communes.profile })
    .from(communes)
    .where(eq(communes.office, office));
  return row?.profile;
}

export async function feedHead(queries: Queries, office: string): Promise<number> {
  const [row] = await queries
    .select({ head: communes.feedHead })
    .from(communes)
    .where(eq(communes.office, office));
  return row?.head ?? 0;
}
