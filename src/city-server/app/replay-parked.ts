import { and, asc, eq } from 'drizzle-orm';
import { isBookEventKind, isEventKind } from '#shared/dossiers/events.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { Database, Queries } from '../store/database.ts';
import { dossiers, feed, streams } from '../store/schema.ts';

/**
 * After an upgrade: dossiers that held an event of a kind this server did not know are folded again from the feed.
 * An event that still does not fit is passed by, as on the devices. @returns how many are known again
 */
export async function replayParked({ queries }: Database): Promise<number> {
  const parked = await queries.select().from(streams).where(eq(streams.parked, true));
  let known = 0;
  for (const { office, stream } of parked) {
    known += await queries.transaction((inside) => replayOne(inside, office, stream));
  }
  return known;
}

async function replayOne(queries: Queries, office: string, stream: string): Promise<number> {
  const rows = await queries
    .select({ envelope: feed.envelope })
    .from(feed)
    .where(and(eq(feed.office, office), eq(feed.stream, stream)))
    .orderBy(asc(feed.feedSeq));
  const events = rows.map((row) => row.envelope);
  if (!events.every(({ kind }) => isEventKind(kind) && !isBookEventKind(kind))) return 0;
  const state = foldAll(events);
  if (state) await saveDossier(queries, office, state);
  await queries
    .update(streams)
    .set({ parked: false })
    .where(and(eq(streams.office, office), eq(streams.stream, stream)));
  return 1;
}

function foldAll(events: readonly Envelope[]): DossierState | undefined {
  let state: DossierState | undefined;
  for (const event of events) {
    const next = foldDossier(state, event);
    if (next.ok) state = next.value;
  }
  return state;
}

async function saveDossier(queries: Queries, office: string, state: DossierState): Promise<void> {
  const { dossierId, status, code, localRef, procedure, receivedAt } = state;
  await queries
    .insert(dossiers)
    .values({ office, dossierId, status, code, localRef, procedure, receivedAt, state })
    .onConflictDoUpdate({ target: [dossiers.office, dossiers.dossierId], set: { status, code, state } });
}
