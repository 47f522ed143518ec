import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asc, eq, sql } from 'drizzle-orm';
import { type City, composeCity } from '#city/compose.ts';
import { defaultLimits } from '#city/config.ts';
import { openPglite, type Queries } from '#city/store/database.ts';
import { readDossiers } from '#city/store/dossier-states.ts';
import { withTexts } from '#city/store/feed-blocks.ts';
import { fileFolder } from '#city/store/file-folder.ts';
import {
  books,
  codeLeases,
  communes,
  dossiers,
  entries,
  feed,
  fileContents,
  held,
} from '#city/store/schema.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { asId, type OfficeId } from '#shared/kernel/ids.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import { testOffice } from '#tests/builders/offices.ts';
import { CityCopy } from './city-copy.ts';

/** Everything the city keeps of one commune. */
export type CityContents = {
  readonly head: number;
  readonly feed: readonly (typeof feed.$inferSelect & { readonly envelope: Envelope })[];
  /** The rows that are searched, each with the state its events give. */
  readonly dossiers: readonly (typeof dossiers.$inferSelect & { readonly state: DossierState | undefined })[];
  readonly entries: readonly (typeof entries.$inferSelect)[];
  readonly held: readonly (typeof held.$inferSelect)[];
  readonly books: readonly (typeof books.$inferSelect)[];
  readonly files: readonly (typeof fileContents.$inferSelect)[];
  readonly leases: readonly (typeof codeLeases.$inferSelect)[];
  /** Where the bytes of a content lie once they are there. */
  placeOf(sha256: string): string;
};

/** The real city server over an embedded database in memory, shared by the runs of one process. */
export type SimulatedCity = {
  readonly city: City;
  /** The time of the city; a run sets it. */
  now: () => Date;
  newOffice(id: string): Promise<OfficeProfile>;
  newCode(office: string): Promise<string>;
  contents(office: string): Promise<CityContents>;
  backUp(office: string): Promise<CityCopy>;
  close(): Promise<void>;
};

const limits = { ...defaultLimits, requestsPerMinute: 1e7, enrolmentsPerMinute: 1e7, eventLoopDelayMs: 0 };

/** @param planted statements that put a bug into its database */
export async function openSimulatedCity(planted: readonly string[] = []): Promise<SimulatedCity> {
  const database = await openPglite();
  const { queries } = database;
  const filesDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-simulated-city-'));
  const config = { filesDir, host: '127.0.0.1', port: 0, logLevel: 'silent', limits } as const;
  const { placeOf } = fileFolder(filesDir);
  const simulated = { now: () => new Date(0) };
  const city = await composeCity(
    { ...config, database: { kind: 'pglite', folder: undefined } },
    { database, now: () => simulated.now() },
  );
  for (const statement of planted) await queries.execute(sql.raw(statement));
  return Object.assign(simulated, {
    city,
    async newOffice(id: string) {
      const office = { ...testOffice, id: asId<OfficeId>(id) };
      await city.saveCommune(office);
      return office;
    },
    newCode: (office: string) =>
      city.issueCode({ office, expiresAt: new Date('2100-01-01T00:00:00Z'), uses: 1 }),
    async contents(office: string): Promise<CityContents> {
      const [commune] = await queries.select().from(communes).where(eq(communes.office, office));
      return {
        head: commune?.feedHead ?? 0,
        feed: await readWholeFeed(queries, office),
        dossiers: await readAllDossiers(queries, office),
        entries: await queries.select().from(entries).where(eq(entries.office, office)),
        held: await queries.select().from(held).where(eq(held.office, office)),
        books: await queries.select().from(books).where(eq(books.office, office)),
        files: await queries.select().from(fileContents).where(eq(fileContents.office, office)),
        leases: await queries.select().from(codeLeases).where(eq(codeLeases.office, office)),
        placeOf: (sha256) => placeOf(office, sha256),
      };
    },
    backUp: (office: string) => CityCopy.take({ queries, office, filesDir }),
    async close() {
      await city.close();
      await database.close();
      rmSync(filesDir, { recursive: true });
    },
  });
}

async function readWholeFeed(queries: Queries, office: string): Promise<CityContents['feed']> {
  const rows = await queries.select().from(feed).where(eq(feed.office, office)).orderBy(asc(feed.feedSeq));
  const events = await withTexts(queries, office, rows);
  return events.map(({ text, ...row }) => ({ ...row, envelope: JSON.parse(text) as Envelope }));
}

async function readAllDossiers(queries: Queries, office: string): Promise<CityContents['dossiers']> {
  const rows = await queries.select().from(dossiers).where(eq(dossiers.office, office));
  const ids = rows.map(({ dossierId }) => dossierId);
  const states = await readDossiers(queries, office, ids);
  return rows.map((row) => ({ ...row, state: states.get(row.dossierId) }));
}
