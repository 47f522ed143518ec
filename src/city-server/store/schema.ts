import {
  bigint,
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { BookState } from '#shared/dossiers/book-state.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { FileMime } from '#shared/files/file-kind.ts';
import type { RegisterEntry } from '#shared/registers/entry.ts';

/** The tables of migrations/city as drizzle types them. The SQL files are what is applied. */

const office = text('commune_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

export const server = pgTable('server', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  serverId: uuid('server_id').notNull(),
  /** Hex; keys the receipts. */
  receiptKey: text('receipt_key').notNull(),
  /** PKCS8 DER, base64; null until the server first starts with it. */
  signingKey: text('signing_key'),
  /** X25519, PKCS8 DER in base64; opens sealed exports. */
  sealingKey: text('sealing_key'),
});

export const communes = pgTable('communes', {
  office: text('commune_id').primaryKey(),
  profile: jsonb('profile').$type<OfficeProfile>().notNull(),
  feedHead: bigint('feed_head', { mode: 'number' }).notNull().default(0),
  receiptHead: text('receipt_head').notNull().default(''),
});

export const devices = pgTable(
  'devices',
  {
    office,
    device: uuid('device').notNull(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    enrolledAt: instant('enrolled_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** Ed25519, SPKI DER in base64; of sealed exports. */
    signingKey: text('signing_key'),
  },
  (table) => [primaryKey({ columns: [table.office, table.device] })],
);

export const enrolmentCodes = pgTable(
  'enrolment_codes',
  {
    office,
    codeHash: text('code_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usesLeft: integer('uses_left').notNull(),
  },
  (table) => [primaryKey({ columns: [table.office, table.codeHash] })],
);

export const feed = pgTable(
  'feed',
  {
    office,
    feedSeq: bigint('feed_seq', { mode: 'number' }).notNull(),
    eventId: uuid('event_id').notNull(),
    device: uuid('device').notNull(),
    deviceSeq: bigint('device_seq', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    stream: uuid('stream').notNull(),
    digest: text('digest').notNull(),
    receipt: text('receipt').notNull(),
    acceptedAt: instant('accepted_at').notNull(),
    /** As its device wrote it, UTC. */
    at: text('at').notNull(),
    /** First sequence of the block its text lies in. */
    block: bigint('block', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.office, table.feedSeq] })],
);

/** What the events of the feed say, neighbours together: see `feed-blocks.ts`. */
export const feedBlocks = pgTable(
  'feed_blocks',
  {
    office,
    firstSeq: bigint('first_seq', { mode: 'number' }).notNull(),
    packed: boolean('packed').notNull(),
    body: bytes('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.office, table.firstSeq] })],
);

export const streams = pgTable(
  'streams',
  {
    office,
    stream: uuid('stream').notNull(),
    version: integer('version').notNull(),
    parked: boolean('parked').notNull(),
  },
  (table) => [primaryKey({ columns: [table.office, table.stream] })],
);

export const dossiers = pgTable(
  'dossiers',
  {
    office,
    dossierId: uuid('dossier_id').notNull(),
    status: text('status').notNull(),
    code: text('code').notNull(),
    localRef: text('local_ref').notNull(),
    procedure: text('procedure').notNull(),
    receivedAt: text('received_at').notNull(),
    version: integer('version').notNull(),
    /** Whom it is about, in one line. */
    subject: text('subject').notNull(),
  },
  (table) => [primaryKey({ columns: [table.office, table.dossierId] })],
);

export const books = pgTable(
  'books',
  {
    office,
    bookId: uuid('book_id').notNull(),
    book: text('book').notNull(),
    year: integer('year').notNull(),
    startNumber: integer('start_number').notNull(),
    endNumber: integer('end_number'),
    state: jsonb('state').$type<BookState>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.office, table.bookId] })],
);

export const entries = pgTable(
  'entries',
  {
    office,
    book: text('book').notNull(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    entryId: uuid('entry_id').notNull(),
    bookId: uuid('book_id').notNull(),
    dossierId: uuid('dossier_id').notNull(),
    epoch: integer('epoch').notNull(),
    registeredOn: text('registered_on').notNull(),
    entry: jsonb('entry').$type<RegisterEntry>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.office, table.book, table.year, table.number] })],
);

export const codeLeases = pgTable(
  'code_leases',
  {
    office,
    day: text('day').notNull(),
    from: integer('from_serial').notNull(),
    to: integer('to_serial').notNull(),
    leaseId: uuid('lease_id').notNull(),
    device: uuid('device').notNull(),
    leasedAt: instant('leased_at').notNull(),
    closedAt: instant('closed_at'),
    unused: jsonb('unused').$type<readonly { readonly from: number; readonly to: number }[]>(),
  },
  (table) => [primaryKey({ columns: [table.office, table.day, table.from] })],
);

export const held = pgTable(
  'held',
  {
    office,
    eventId: uuid('event_id').notNull(),
    device: uuid('device').notNull(),
    outcome: text('outcome', { enum: ['held', 'refused'] }).notNull(),
    reason: text('reason').notNull(),
    message: text('message').notNull(),
    field: text('field'),
    envelope: text('envelope').notNull(),
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    resolvedAt: instant('resolved_at'),
  },
  (table) => [primaryKey({ columns: [table.office, table.eventId] })],
);

export const fileContents = pgTable(
  'file_contents',
  {
    office,
    sha256: text('sha256').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    mime: text('mime').$type<FileMime>().notNull(),
    announcedAt: instant('announced_at').notNull(),
    storedAt: instant('stored_at'),
  },
  (table) => [primaryKey({ columns: [table.office, table.sha256] })],
);

export const stateChecks = pgTable(
  'state_checks',
  {
    office,
    device: uuid('device').notNull(),
    checkedAt: instant('checked_at').notNull(),
    feedSeq: bigint('feed_seq', { mode: 'number' }).notNull(),
    differing: integer('differing').notNull(),
  },
  (table) => [primaryKey({ columns: [table.office, table.device] })],
);
