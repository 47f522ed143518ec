import { and, asc, eq, sql } from 'drizzle-orm';
import { isKnownEvent } from '#shared/dossiers/events.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import { among } from './among.ts';
import type { Queries } from './database.ts';
import { withTexts } from './feed-blocks.ts';
import { dossiers, feed } from './schema.ts';

/** The states of dossiers, by id, folded from the feed: nowhere else does a dossier lie whole. */
export async function readDossiers(
  queries: Queries,
  office: string,
  ids: readonly string[],
): Promise<Map<string, DossierState>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .select({ stream: feed.stream, feedSeq: feed.feedSeq, block: feed.block })
    .from(feed)
    .innerJoin(dossiers, and(eq(dossiers.office, feed.office), eq(dossiers.dossierId, feed.stream)))
    .where(and(eq(feed.office, office), among(feed.stream, ids)))
    .orderBy(asc(feed.feedSeq));
  const streams = Map.groupBy(await withTexts(queries, office, rows), ({ stream }) => stream);
  return new Map(
    [...streams].flatMap(([stream, events]) => {
      const state = foldStream(events.map(({ text }) => JSON.parse(text) as Envelope));
      return state ? [[stream, state]] : [];
    }),
  );
}

/**
 * A dossier as the feed tells it, up to the first event this server does not know; one that does not fit is passed
 * by, as on the devices.
 */
export function foldStream(events: readonly Envelope[]): DossierState | undefined {
  let state: DossierState | undefined;
  for (const event of events) {
    if (!isKnownEvent(event)) break;
    const next = foldDossier(state, event);
    if (next.ok) state = next.value;
  }
  return state;
}

/** Writes what is searched for of dossiers, in one parameter. */
export async function saveDossiers(
  queries: Queries,
  office: string,
  states: readonly DossierState[],
): Promise<void> {
  if (states.length === 0) return;
  const rows = states.map(
    ({ dossierId, status, code, localRef, procedure, receivedAt, version, parties: { subject } }) => {
      return { dossierId, status, code, localRef, procedure, receivedAt, version, subject };
    },
  );
  await queries.execute(sql`
    INSERT INTO dossiers (commune_id, dossier_id, status, code, local_ref, procedure, received_at, version, subject)
    SELECT ${office}, "dossierId", status, code, "localRef", procedure, "receivedAt", version, subject
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS r ("dossierId" uuid, status text, code text, "localRef" text, procedure text, "receivedAt" text, version integer,
              subject text)
    ON CONFLICT (commune_id, dossier_id) DO UPDATE
      SET status = excluded.status, code = excluded.code, version = excluded.version, subject = excluded.subject`);
}
