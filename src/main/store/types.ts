import type { Fact } from '#shared/dossiers/events.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { AccountId, DossierId, DraftId, EventId } from '#shared/kernel/ids.ts';
import type { BookKind, RegisterEntry } from '#shared/registers/entry.ts';
import type { Answer, FeedEvent } from '#shared/sync/protocol.ts';
import type { Seal } from '#shared/sync/receipt.ts';
import type { FileCount, FileReader, FileWriter } from './files/types.ts';
import type { Account, Draft, StoredEvent } from './records.ts';
import type { SafetyReader, SafetyWriter } from './safety/types.ts';

export type { Account, Draft, StoredEvent } from './records.ts';

/** What the store keeps, as the use cases and the sync loop see it. Reading and writing are different types. */

/** `resolved`: an item of a branch that a person closed; it is never sent again. */
export type OutboxState = 'waiting' | 'sending' | 'needs-you' | 'accepted' | 'refused' | 'resolved';

export type OutboxItem = {
  readonly eventId: string;
  readonly deviceSeq: number;
  readonly stream: string;
  readonly kind: string;
  readonly actor: string;
  readonly at: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly receipt: string;
  readonly reason: string;
  readonly message: string;
  readonly field: string;
  readonly sendingSince: string;
  readonly nextTryAt: string;
};

export type Book = {
  readonly bookId: string;
  readonly book: BookKind;
  readonly year: number;
  readonly volume: string;
  readonly lastNumber: number;
  readonly entries: number;
  readonly openedOn: string;
  readonly closedOn: string;
  /** Custody: who gives numbers, and the fencing epoch. */
  readonly holder: string;
  readonly epoch: number;
};

export type DossierRow = Pick<
  DossierState,
  'dossierId' | 'version' | 'status' | 'code' | 'localRef' | 'procedure' | 'receivedAt'
> & {
  readonly subject: string;
  readonly applicant: string;
  readonly dueAt: string;
  readonly dueDate: string;
  readonly sync: OutboxState;
  readonly files: FileCount;
};

/** Soonest due first when only dossiers whose deadline runs are asked for, else the latest received first. */
export type DossierQuery = {
  readonly statuses?: readonly string[];
  /** Only rows due before this date (`YYYY-MM-DD`) and still open. */
  readonly dueBefore?: string;
  /** Narrows to the newest 1,000 dossiers the text finds. */
  readonly text?: string;
  readonly limit: number;
  readonly offset: number;
};

export type SearchHit = {
  readonly where: 'draft' | 'dossier' | 'entry';
  readonly id: string;
  readonly dossierId: string;
  readonly subject: string;
  readonly code: string;
  readonly procedure: string;
  readonly status: string;
  readonly date: string;
};

export type AuditRow = {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  /** `read`, `print`, `sign-in`, or the kind of the event. */
  readonly action: string;
  /** An id, never a name. */
  readonly target: string;
  readonly hash: string;
};

export type SyncCursor = {
  readonly serverId: string;
  readonly feedSeq: number;
  readonly lastContactAt: string;
  readonly clock: 'checked' | 'unchecked' | 'skewed';
  /** The highest place in the feed known here with its receipt; a city that cannot confirm it has lost events. */
  readonly witnessSeq: number;
  readonly witnessReceipt: string;
};

/** Answers questions. Holds no transaction and cannot write. */
export type Reader = {
  dossier(id: DossierId): DossierState | undefined;
  dossierRows(query: DossierQuery): { readonly rows: readonly DossierRow[]; readonly total: number };
  countByStatus(): Readonly<Record<string, number>>;
  countOpenDueBefore(date: string): number;
  /** Open dossiers a device received that have no official code yet, in no order. */
  dossiersWithoutCode(device: string, limit: number): readonly DossierId[];
  streamEvents(stream: string): readonly StoredEvent[];
  /** A setting of the office or device; values are JSON. */
  setting<T>(key: string): T | undefined;
  drafts(owner: AccountId): readonly Draft[];
  draft(id: DraftId): Draft | undefined;
  books(): readonly Book[];
  book(kind: BookKind, year: number): Book | undefined;
  /** Numbers that entries of a book stand at, rising. */
  numbersOf(bookId: string): readonly number[];
  /** Which entry stands at a number. */
  entryAt(kind: BookKind, year: number, number: number): string | undefined;
  entries(
    bookId: string,
    page: { readonly limit: number; readonly offset: number },
  ): {
    readonly rows: readonly (RegisterEntry & { dossierId: string; code: string })[];
    readonly total: number;
  };
  /** Folded text: `foldForSearch` is the store's own business. */
  search(text: string, limit: number): readonly SearchHit[];
  /** Drafts, dossiers and entries whose folded subject and event date are these (rule G06). */
  sameSubject(subject: string, eventDate: string): readonly SearchHit[];
  /** Newest first, whatever has all these words and this day (`YYYY-MM-DD`); nothing for a date known less well. */
  onDay(words: string, day: string): readonly SearchHit[];
  accounts(): readonly Account[];
  accountByUsername(username: string): Account | undefined;
  account(id: AccountId): Account | undefined;
  outbox(query: {
    readonly states?: readonly OutboxState[];
    readonly actor?: string;
    readonly limit: number;
    readonly offset: number;
  }): { readonly rows: readonly OutboxItem[]; readonly total: number };
  outboxCounts(actor?: string): Readonly<Record<OutboxState, number>> & { readonly oldestWaitingAt: string };
  outboxItem(eventId: EventId): OutboxItem | undefined;
  /** By event: what of a stream was written here. */
  outboxOfStream(stream: string): ReadonlyMap<string, OutboxItem>;
  /** Dossiers that wait for a person, by their first held or refused item; of one author, or of all. */
  stoppedDossiers(page: { readonly actor?: string; readonly limit: number; readonly offset: number }): {
    readonly rows: readonly OutboxItem[];
    readonly total: number;
  };
  /**
   * Waiting events whose turn has come, in device order; a stream with a refused or held item is left out.
   * @param following those that come next once everything on its way is accepted
   */
  nextToSend(now: string, maxEvents: number, following?: 'sending'): readonly StoredEvent[];
  syncCursor(): SyncCursor;
  /** Events whose author wrote them in a stretch of time; the end is not part of it. */
  eventsBetween(
    from: string,
    before: string,
  ): readonly { readonly event: StoredEvent; readonly digest: string; readonly state: OutboxState }[];
  auditRows(page: { readonly limit: number; readonly offset: number }): {
    readonly rows: readonly AuditRow[];
    readonly total: number;
  };
  readonly files: FileReader;
  readonly safety: SafetyReader;
};

export type NewEvent = Fact & { readonly stream: string; readonly base: number };

/** Exists only inside `Store.write`: every method is part of one durable transaction. */
export type Writer = Reader & {
  readonly files: FileReader & FileWriter;
  readonly safety: SafetyWriter;
  /** Appends events, updates the projections and queues them, all or nothing. Throws when a projection refuses: that is a bug. */
  append(
    events: readonly NewEvent[],
    by: { readonly actor: AccountId; readonly at: string },
  ): readonly StoredEvent[];
  /** Events pulled from the commune's feed; those already here only gain their feed sequence. */
  absorb(events: readonly FeedEvent[]): void;
  saveDraft(draft: Draft): void;
  removeDraft(id: DraftId): void;
  saveAccount(account: Account): void;
  saveSetting(key: string, value: unknown): void;
  markSending(eventIds: readonly string[], at: string): void;
  /** Every item still `sending` goes back to `waiting`: after a lost reply, a kill, or two minutes. */
  returnToWaiting(eventIds: readonly string[] | 'all', nextTryAt: string): void;
  settle(answers: readonly Answer[], at: string): void;
  /** What the city signed, so that receipts can be proved without it. */
  saveSeals(seals: readonly Seal[]): void;
  /** Held items of these events, or all of them, wait again because a person asked to retry; a refused one has to change. */
  requeue(eventIds: readonly string[] | 'all'): void;
  saveCursor(cursor: SyncCursor): void;
  /** Adds to the hash chain; part of the same transaction as the thing it tells of. */
  audit(entry: {
    readonly at: string;
    readonly actor: string;
    readonly action: string;
    readonly target: string;
  }): void;
};

export type Store = {
  read<T>(query: (reader: Reader) => T): T;
  write<T>(change: (writer: Writer) => T): T;
  /** Called after each committed write with the topics it touched. */
  onCommit(listener: (topics: ReadonlySet<string>) => void): () => void;
  /** Copies the live database, encrypted, to a file; returns its size in bytes. */
  backup(file: string): number;
  verifyAudit(): { readonly intact: boolean; readonly checked: number; readonly brokenAt: number };
  /** `quick_check` of SQLite: empty when sound. */
  quickCheck(): readonly string[];
  close(): void;
};
