import { openPglite } from '#city/store/database.ts';

type DossierRow = { readonly subject: string; readonly status: string; readonly code: string };
type EntryRow = { readonly subject: string; readonly book: string; readonly number: number };
type FeedRow = { readonly eventId: string; readonly kind: string; readonly receipt: string };

/** What a city holds, read from its own database. */
export type CityLedger = {
  readonly dossiers: readonly DossierRow[];
  readonly entries: readonly EntryRow[];
  readonly feed: readonly FeedRow[];
  readonly heldOrRefused: number;
};

/** @param folder of a city server that has been stopped */
export async function readCityLedger(folder: string): Promise<CityLedger> {
  const database = await openPglite(folder);
  try {
    return await database.session(async (session) => ({
      dossiers: await session.rows<DossierRow>(
        `select subject, status, code from dossiers order by local_ref`,
      ),
      entries: await session.rows<EntryRow>(
        `select entry->>'subject' as subject, book, number from entries order by book, number`,
      ),
      feed: await session.rows<FeedRow>(
        `select event_id as "eventId", kind, receipt from feed order by feed_seq`,
      ),
      heldOrRefused: (await session.rows('select 1 from held')).length,
    }));
  } finally {
    await database.close();
  }
}
