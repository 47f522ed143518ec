import { customType, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { FileMime } from '#shared/files/file-kind.ts';
import type { Facts } from '#shared/forms/field.ts';
import type { BookKind } from '#shared/registers/entry.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { FileContentState } from './files/types.ts';
import type { Account, Draft, OutboxState, SyncCursor } from './types.ts';

/** The device's tables as queries see them; migrations/device/*.sql makes them, and a test holds both together. */

/** JSON text. */
const json = <T>() =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => JSON.parse(stored) as T,
  });

export const events = sqliteTable('events', {
  localSeq: integer('local_seq').primaryKey({ autoIncrement: true }),
  id: text('id').notNull(),
  office: text('office').notNull(),
  device: text('device').notNull(),
  deviceSeq: integer('device_seq').notNull(),
  kind: text('kind').notNull(),
  version: integer('version').notNull(),
  stream: text('stream').notNull(),
  base: integer('base').notNull(),
  actor: text('actor').notNull(),
  at: text('at').notNull(),
  clock: text('clock').$type<Envelope['clock']>().notNull(),
  payload: json<Envelope['payload']>()('payload').notNull(),
  origin: text('origin').$type<'here' | 'feed'>().notNull(),
  feedSeq: integer('feed_seq'),
  receipt: text('receipt').notNull().default(''),
  /** Why the projections pass this event by; empty for nearly all. */
  parked: text('parked').notNull().default(''),
});

export const outbox = sqliteTable('outbox', {
  localSeq: integer('local_seq').primaryKey(),
  stream: text('stream').notNull(),
  actor: text('actor').notNull(),
  state: text('state').$type<OutboxState>().notNull(),
  attempts: integer('attempts').notNull().default(0),
  receipt: text('receipt').notNull().default(''),
  reason: text('reason').notNull().default(''),
  message: text('message').notNull().default(''),
  field: text('field').notNull().default(''),
  sendingSince: text('sending_since').notNull().default(''),
  nextTryAt: text('next_try_at').notNull().default(''),
});

export const dossiers = sqliteTable('dossiers', {
  dossierId: text('dossier_id').primaryKey(),
  version: integer('version').notNull(),
  status: text('status').$type<DossierState['status']>().notNull(),
  open: integer('open', { mode: 'boolean' }).notNull(),
  code: text('code').notNull(),
  localRef: text('local_ref').notNull(),
  procedure: text('procedure').notNull(),
  subject: text('subject').notNull(),
  applicant: text('applicant').notNull(),
  receivedAt: text('received_at').notNull(),
  dueAt: text('due_at').notNull(),
  dueDate: text('due_date').notNull(),
});

export const statusCounts = sqliteTable('status_counts', {
  status: text('status').primaryKey(),
  count: integer('count').notNull(),
});

export const outboxCounts = sqliteTable(
  'outbox_counts',
  {
    actor: text('actor').notNull(),
    state: text('state').$type<OutboxState>().notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.state] })],
);

export const books = sqliteTable('books', {
  bookId: text('book_id').primaryKey(),
  office: text('office').notNull(),
  book: text('book').$type<BookKind>().notNull(),
  year: integer('year').notNull(),
  volume: text('volume').notNull(),
  lastNumber: integer('last_number').notNull(),
  entries: integer('entries').notNull(),
  openedOn: text('opened_on').notNull(),
  closedOn: text('closed_on').notNull().default(''),
  holder: text('holder').notNull(),
  epoch: integer('epoch').notNull(),
  /** The running term gives the numbers above this one. */
  termStart: integer('term_start').notNull().default(0),
});

export const entries = sqliteTable('entries', {
  entryId: text('entry_id').primaryKey(),
  office: text('office').notNull(),
  bookId: text('book_id').notNull(),
  book: text('book').$type<BookKind>().notNull(),
  year: integer('year').notNull(),
  number: integer('number').notNull(),
  epoch: integer('epoch').notNull(),
  dossierId: text('dossier_id').notNull(),
  eventSeq: integer('event_seq').notNull(),
});

export const drafts = sqliteTable('drafts', {
  draftId: text('draft_id').$type<Draft['draftId']>().primaryKey(),
  owner: text('owner').$type<Draft['owner']>().notNull(),
  procedure: text('procedure').notNull(),
  payloadVersion: integer('payload_version').notNull(),
  facts: json<Facts>()('facts').notNull(),
  components: json<Draft['components']>()('components').notNull(),
  revision: integer('revision').notNull(),
  createdAt: text('created_at').notNull(),
  savedAt: text('saved_at').notNull(),
  subject: text('subject').notNull(),
  discarded: integer('discarded', { mode: 'boolean' }).notNull(),
});

export const accounts = sqliteTable('accounts', {
  accountId: text('account_id').$type<Account['accountId']>().primaryKey(),
  username: text('username').notNull(),
  fullName: text('full_name').notNull(),
  roles: json<Account['roles']>()('roles').notNull(),
  passwordHash: text('password_hash').notNull(),
  mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
  failedTries: integer('failed_tries').notNull(),
  lockedUntil: text('locked_until').notNull(),
  lastSignInAt: text('last_sign_in_at').notNull(),
  textSize: text('text_size').$type<Account['textSize']>().notNull(),
  colourScheme: text('colour_scheme').$type<Account['colourScheme']>().notNull(),
});

export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

export const syncState = sqliteTable('sync_state', {
  id: integer('id').primaryKey(),
  serverId: text('server_id').notNull(),
  feedSeq: integer('feed_seq').notNull(),
  lastContactAt: text('last_contact_at').notNull(),
  clock: text('clock').$type<SyncCursor['clock']>().notNull(),
  witnessSeq: integer('witness_seq').notNull().default(0),
  witnessReceipt: text('witness_receipt').notNull().default(''),
});

export const reoffers = sqliteTable('reoffers', {
  localSeq: integer('local_seq').primaryKey(),
  position: integer('position').notNull(),
  formerFeedSeq: integer('former_feed_seq'),
  formerReceipt: text('former_receipt').notNull().default(''),
  state: text('state').$type<'waiting' | 'taken' | 'stopped'>().notNull(),
  reason: text('reason').notNull().default(''),
  message: text('message').notNull().default(''),
});

export const unprojectedStreams = sqliteTable('unprojected_streams', {
  stream: text('stream').primaryKey(),
  rank: integer('rank').notNull(),
});

export const receiptSeals = sqliteTable('receipt_seals', {
  toSeq: integer('to_seq').primaryKey(),
  fromSeq: integer('from_seq').notNull(),
  before: text('before').notNull(),
  signature: text('signature').notNull(),
});

export const auditLog = sqliteTable('audit_log', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  at: text('at').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  target: text('target').notNull(),
  hash: text('hash').notNull(),
});

export const searchItems = sqliteTable('search_items', {
  id: integer('id').primaryKey(),
  place: text('place').$type<'draft' | 'dossier' | 'entry'>().notNull(),
  ref: text('ref').notNull(),
  dossierId: text('dossier_id').notNull(),
  subject: text('subject').notNull(),
  foldedSubject: text('folded_subject').notNull(),
  code: text('code').notNull(),
  procedure: text('procedure').notNull(),
  date: text('date').notNull(),
  eventDates: text('event_dates').notNull(),
  terms: text('terms').notNull(),
});

export const fileContents = sqliteTable('file_contents', {
  sha256: text('sha256').primaryKey(),
  size: integer('size').notNull(),
  mime: text('mime').$type<FileMime>().notNull(),
  wrappedKey: text('wrapped_key').notNull().default(''),
  rank: integer('rank').notNull(),
  state: text('state').$type<FileContentState>().notNull(),
  uploadUrl: text('upload_url').notNull().default(''),
  attempts: integer('attempts').notNull().default(0),
  reason: text('reason').notNull().default(''),
});

export const files = sqliteTable('files', {
  fileId: text('file_id').primaryKey(),
  draftId: text('draft_id').notNull().default(''),
  dossierId: text('dossier_id').notNull().default(''),
  sha256: text('sha256').notNull(),
  previewSha256: text('preview_sha256').notNull().default(''),
  component: text('component').notNull(),
  label: text('label').notNull(),
  addedAt: text('added_at').notNull(),
  addedBy: text('added_by').notNull(),
  takenOff: integer('taken_off', { mode: 'boolean' }).notNull(),
});
