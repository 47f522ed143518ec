import { and, eq, ne } from 'drizzle-orm';
import type { BookState } from '#shared/dossiers/book-state.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { among } from './among.ts';
import type { Queries } from './database.ts';
import { readDossiers } from './dossier-states.ts';
import { books, communes, dossiers, entries, feed, streams } from './schema.ts';

/** What was accepted under an event's id. */
export type Acceptance = {
  readonly digest: string;
  readonly feedSeq: number;
  readonly receipt: string;
  readonly acceptedAt: string;
};

export type StreamPosition = { readonly version: number; readonly parked: boolean };

/** A book with what stays true however its entries arrive: where its numbers start and, once closed, end. */
export type CityBook = {
  readonly state: BookState;
  readonly startNumber: number;
  readonly endNumber: number | undefined;
};

/**
 * The part of a commune that one batch is judged against. It is read and written under the lock of the commune's
 * row, so nothing changes beneath it, and a batch costs a few queries however many events it has.
 */
export type Ledger = {
  readonly office: string;
  readonly profile: OfficeProfile;
  feedHead: number;
  receiptHead: string;
  /** By event id. */
  readonly accepted: Map<string, Acceptance>;
  /** The batch's own device: its sequence numbers in the feed, with the event that took each. */
  readonly deviceSeqs: Map<number, string>;
  readonly streams: Map<string, StreamPosition>;
  /** Of the streams that moved on without an author of the batch: who wrote what, in the order of the feed. */
  readonly histories: Map<string, { readonly kind: string; readonly device: string }[]>;
  readonly dossiers: Map<string, DossierState>;
  readonly books: Map<string, CityBook>;
  /** By {@link numberKey}: the dossier an entry's number was given to. */
  readonly numbers: Map<string, string>;
  /** By official code: the dossier that has it. */
  readonly codes: Map<string, string>;
};

export type EntryNumber = { readonly book: string; readonly year: number; readonly number: number };

/** Which parts of the commune a batch touches. */
export type LedgerScope = {
  readonly device: string;
  readonly eventIds: readonly string[];
  readonly deviceSeqs: readonly number[];
  /** The base each event names with its stream. */
  readonly streams: readonly { readonly stream: string; readonly base: number }[];
  readonly numbers: readonly EntryNumber[];
  readonly codes?: readonly string[];
};

export function numberKey(entry: EntryNumber): string {
  return `${entry.book}/${entry.year}/${entry.number}`;
}

/** Locks the commune until the transaction ends and reads the scope. @throws Error for an unknown commune */
export async function openLedger(queries: Queries, office: string, scope: LedgerScope): Promise<Ledger> {
  const [commune] = await queries.select().from(communes).where(eq(communes.office, office)).for('update');
  if (!commune) throw new Error(`unknown commune ${office}`);
  const ids = [...new Set(scope.streams.map(({ stream }) => stream))];
  const positions = await readStreams(queries, office, ids);
  const behind = scope.streams.filter(({ stream, base }) => base < (positions.get(stream)?.version ?? 0));
  return {
    office,
    profile: commune.profile,
    feedHead: commune.feedHead,
    receiptHead: commune.receiptHead,
    accepted: await readAccepted(queries, office, scope.eventIds),
    deviceSeqs: await readDeviceSeqs(queries, office, scope),
    streams: positions,
    histories: await readHistories(
      queries,
      office,
      behind.map(({ stream }) => stream),
    ),
    dossiers: await readDossiers(queries, office, [...positions.keys()]),
    books: await readBooks(queries, office),
    numbers: await readNumbers(queries, office, scope.numbers),
    codes: await readCodes(queries, office, scope.codes ?? []),
  };
}

async function readAccepted(queries: Queries, office: string, ids: readonly string[]) {
  const rows = await queries
    .select({
      id: feed.eventId,
      digest: feed.digest,
      feedSeq: feed.feedSeq,
      receipt: feed.receipt,
      acceptedAt: feed.acceptedAt,
    })
    .from(feed)
    .where(and(eq(feed.office, office), among(feed.eventId, ids)));
  return new Map<string, Acceptance>(
    rows.map(({ id, acceptedAt, ...row }) => [id, { ...row, acceptedAt: acceptedAt.toISOString() }]),
  );
}

async function readDeviceSeqs(queries: Queries, office: string, scope: LedgerScope) {
  const rows = await queries
    .select({ seq: feed.deviceSeq, id: feed.eventId })
    .from(feed)
    .where(
      and(eq(feed.office, office), eq(feed.device, scope.device), among(feed.deviceSeq, scope.deviceSeqs)),
    );
  return new Map(rows.map((row) => [row.seq, row.id]));
}

async function readStreams(queries: Queries, office: string, ids: readonly string[]) {
  const rows = await queries
    .select()
    .from(streams)
    .where(and(eq(streams.office, office), among(streams.stream, ids)));
  return new Map<string, StreamPosition>(
    rows.map((row) => [row.stream, { version: row.version, parked: row.parked }]),
  );
}

async function readHistories(queries: Queries, office: string, ids: readonly string[]) {
  const histories = new Map(ids.map((id) => [id, [] as { kind: string; device: string }[]]));
  if (ids.length === 0) return histories;
  const rows = await queries
    .select({ stream: feed.stream, kind: feed.kind, device: feed.device })
    .from(feed)
    .where(and(eq(feed.office, office), among(feed.stream, histories.keys())))
    .orderBy(feed.feedSeq);
  for (const { stream, kind, device } of rows) histories.get(stream)?.push({ kind, device });
  return histories;
}

/** All of them: a commune opens a handful of books a year. */
async function readBooks(queries: Queries, office: string) {
  const rows = await queries.select().from(books).where(eq(books.office, office));
  return new Map<string, CityBook>(
    rows.map((row) => [
      row.bookId,
      { state: row.state, startNumber: row.startNumber, endNumber: row.endNumber ?? undefined },
    ]),
  );
}

async function readNumbers(queries: Queries, office: string, wanted: readonly EntryNumber[]) {
  if (wanted.length === 0) return new Map<string, string>();
  const rows = await queries
    .select({ book: entries.book, year: entries.year, number: entries.number, dossier: entries.dossierId })
    .from(entries)
    .where(
      and(
        eq(entries.office, office),
        among(entries.book, new Set(wanted.map((each) => each.book))),
        among(entries.year, new Set(wanted.map((each) => each.year))),
        among(entries.number, new Set(wanted.map((each) => each.number))),
      ),
    );
  return new Map(rows.map((row) => [numberKey(row), row.dossier]));
}

async function readCodes(queries: Queries, office: string, wanted: readonly string[]) {
  if (wanted.length === 0) return new Map<string, string>();
  const rows = await queries
    .select({ code: dossiers.code, dossier: dossiers.dossierId })
    .from(dossiers)
    .where(and(eq(dossiers.office, office), ne(dossiers.code, ''), among(dossiers.code, wanted)));
  return new Map(rows.map((row) => [row.code, row.dossier]));
}
