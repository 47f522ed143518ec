import { isNull } from 'drizzle-orm';
import { composeCity } from '#city/compose.ts';
import { type Database, openPglite } from '#city/store/database.ts';
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
  /** From now on it answers some batches and keeps nothing of them. */
  beginForgetting(): void;
  close(): Promise<void>;
};

const unlimited = { requestsPerMinute: 10_000_000, enrolmentsPerMinute: 10_000_000, eventLoopDelayMs: 0 };

/** The real city server over an embedded database in memory. */
export async function openSimulatedCity(
  offices: readonly OfficeProfile[],
  clockAheadMs: number,
): Promise<SimulatedCity> {
  const kept = await openPglite();
  const { database, beginForgetting } = forgetful(kept);
  const config = { host: '127.0.0.1', port: 0, logLevel: 'silent', limits: unlimited };
  const city = await composeCity(
    { ...config, database: { kind: 'pglite', folder: undefined } },
    { database, now: () => new Date(simulatedNow(clockAheadMs)) },
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
    beginForgetting,
    async close() {
      await city.close();
      await kept.close();
    },
  };
}

async function readContents({ queries }: Database): Promise<CityContents> {
  const notTaken = await queries.select().from(held).where(isNull(held.resolvedAt));
  const states = await queries.select().from(dossiers);
  return {
    feed: await queries.select().from(feed).orderBy(feed.office, feed.feedSeq),
    dossiers: states.map(({ office, dossierId, state }) => ({
      ...{ office, dossierId },
      digest: stateDigest(state),
    })),
    entries: await queries.select().from(entries),
    held: notTaken,
  };
}

/** Every so many transactions, one is undone after its answer was made. */
const FORGETS_EVERY = 4;

function forgetful(database: Database): {
  readonly database: Database;
  readonly beginForgetting: () => void;
} {
  let forgetting = false;
  let count = 0;
  const { queries } = database;
  const transaction: typeof queries.transaction = async (work) => {
    count += 1;
    if (!forgetting || count % FORGETS_EVERY !== 0) return queries.transaction(work);
    const made: Awaited<ReturnType<typeof work>>[] = [];
    const undone = new Error('forgotten');
    await queries
      .transaction(async (inner) => {
        made.push(await work(inner));
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    return made[0] as Awaited<ReturnType<typeof work>>;
  };
  const wrapped = new Proxy(queries, {
    get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name, target)),
  });
  return {
    database: { ...database, queries: wrapped },
    beginForgetting: () => {
      forgetting = true;
    },
  };
}
