import { and, eq, isNull } from 'drizzle-orm';
import { composeCity } from '#city/compose.ts';
import { defaultLimits } from '#city/config.ts';
import { type Database, openPglite } from '#city/store/database.ts';
import { readDossiers } from '#city/store/dossier-states.ts';
import { communes, dossiers, entries, feed, held } from '#city/store/schema.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { simulatedNow } from './simulated-time.ts';
import { stateDigest } from './state-digest.ts';

type CityEvent = {
  readonly office: string;
  readonly feedSeq: number;
  readonly eventId: string;
  readonly stream: string;
  readonly kind: string;
  readonly receipt: string;
};
type CityEntry = {
  readonly office: string;
  readonly book: string;
  readonly year: number;
  readonly number: number;
  readonly dossierId: string;
};

/** Everything the city kept, of all communes. */
export type CityContents = {
  readonly feed: readonly CityEvent[];
  readonly dossiers: readonly {
    readonly office: string;
    readonly dossierId: string;
    readonly digest: string;
  }[];
  readonly entries: readonly CityEntry[];
  /** Not taken, each with its reason, and not taken later either. */
  readonly held: readonly { readonly eventId: string; readonly reason: string }[];
};

export type SimulatedCity = {
  readonly url: string;
  newCode(office: string): Promise<string>;
  /** Last sequence of a commune's feed. */
  head(office: string): Promise<number>;
  contents(): Promise<CityContents>;
  /** Drops one dossier that it gave receipts for. */
  loseOneDossier(): Promise<void>;
  close(): Promise<void>;
};

const unlimited = { ...defaultLimits, requestsPerMinute: 1e7, enrolmentsPerMinute: 1e7, eventLoopDelayMs: 0 };

/** The real city server over an embedded database in memory. */
export async function openSimulatedCity(
  offices: readonly OfficeProfile[],
  clockAheadMs: number,
): Promise<SimulatedCity> {
  const kept = await openPglite();
  const config = { host: '127.0.0.1', port: 0, logLevel: 'silent', limits: unlimited };
  const city = await composeCity(
    { ...config, database: { kind: 'pglite', folder: undefined } },
    { database: kept, now: () => new Date(simulatedNow(clockAheadMs)) },
  );
  for (const office of offices) await city.saveCommune(office);
  const expiresAt = new Date(Date.now() + clockAheadMs + 3_600_000);
  return {
    url: await city.listen(),
    newCode: (office) => city.issueCode({ office, expiresAt, uses: 1 }),
    async head(office) {
      const rows = await kept.queries.select().from(communes);
      return rows.find((row) => row.office === office)?.feedHead ?? 0;
    },
    contents: () => readContents(kept),
    loseOneDossier: () => loseOneDossier(kept),
    async close() {
      await city.close();
      await kept.close();
    },
  };
}

async function readContents({ queries }: Database): Promise<CityContents> {
  const notTaken = await queries.select().from(held).where(isNull(held.resolvedAt));
  const known = await queries.select().from(dossiers);
  const byOffice = Map.groupBy(known, ({ office }) => office);
  const states = await Promise.all(
    [...byOffice].map(async ([office, rows]) => {
      const ids = rows.map(({ dossierId }) => dossierId);
      const folded = await readDossiers(queries, office, ids);
      return ids.map((dossierId) => ({
        office,
        dossierId,
        digest: stateDigest(folded.get(dossierId) ?? {}),
      }));
    }),
  );
  return {
    feed: await queries.select().from(feed).orderBy(feed.office, feed.feedSeq),
    dossiers: states.flat(),
    entries: await queries.select().from(entries),
    held: notTaken,
  };
}

/** As a server would that answered and did not keep: everything of one dossier is gone. */
async function loseOneDossier({ queries }: Database): Promise<void> {
  const [lost] = await queries.select().from(dossiers).limit(1);
  if (!lost) throw new Error('the city has no dossier to lose');
  const { office, dossierId } = lost;
  await queries.delete(feed).where(and(eq(feed.office, office), eq(feed.stream, dossierId)));
  await queries.delete(entries).where(and(eq(entries.office, office), eq(entries.dossierId, dossierId)));
  await queries.delete(dossiers).where(and(eq(dossiers.office, office), eq(dossiers.dossierId, dossierId)));
}
