-- The event log, its projections, the outbox and what a device keeps for itself.
-- Times are ISO 8601 UTC text; an empty text means "not yet" or "none".

CREATE TABLE events (
  local_seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  office TEXT NOT NULL,
  device TEXT NOT NULL,
  device_seq INTEGER NOT NULL CHECK (device_seq >= 1),
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  stream TEXT NOT NULL,
  base INTEGER NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  clock TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  origin TEXT NOT NULL CHECK (origin IN ('here', 'feed')),
  feed_seq INTEGER,
  receipt TEXT NOT NULL DEFAULT '',
  parked TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX events_stream ON events (stream);
CREATE UNIQUE INDEX events_device ON events (device, device_seq, origin);

CREATE TRIGGER events_never_removed BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'an event is never removed');
END;
CREATE TRIGGER events_never_rewritten
BEFORE UPDATE OF local_seq, id, office, device, device_seq, kind, version, stream, base, actor, at, clock, payload, origin
ON events
BEGIN
  SELECT RAISE(ABORT, 'an event is never rewritten');
END;

-- One row for each event written here; id, stream order and time are the event's.
CREATE TABLE outbox (
  local_seq INTEGER PRIMARY KEY REFERENCES events (local_seq),
  stream TEXT NOT NULL,
  actor TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'needs-you', 'accepted', 'refused')),
  attempts INTEGER NOT NULL DEFAULT 0,
  receipt TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  message TEXT NOT NULL DEFAULT '',
  field TEXT NOT NULL DEFAULT '',
  sending_since TEXT NOT NULL DEFAULT '',
  next_try_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outbox_open ON outbox (local_seq) WHERE state <> 'accepted';
CREATE INDEX outbox_open_stream ON outbox (stream, local_seq) WHERE state <> 'accepted';

CREATE TRIGGER outbox_never_removed BEFORE DELETE ON outbox
BEGIN
  SELECT RAISE(ABORT, 'an outbox item is never removed');
END;

-- What the lists of dossiers show; a dossier's whole state is folded from its few events when it is opened.
CREATE TABLE dossiers (
  dossier_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  code TEXT NOT NULL,
  local_ref TEXT NOT NULL,
  procedure TEXT NOT NULL,
  subject TEXT NOT NULL,
  applicant TEXT NOT NULL,
  received_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  due_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Each covers its list, so that a deep page is found without reading the rows before it.
CREATE INDEX dossiers_received ON dossiers (received_at, dossier_id, status);
CREATE INDEX dossiers_status ON dossiers (status, received_at, dossier_id);
CREATE INDEX dossiers_due ON dossiers (due_date, due_at, dossier_id, status) WHERE open = 1;

-- Counts kept by triggers, so that no list of a large office is counted by walking it.
CREATE TABLE status_counts (
  status TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER dossiers_count_added AFTER INSERT ON dossiers
BEGIN
  INSERT INTO status_counts VALUES (NEW.status, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER dossiers_count_removed AFTER DELETE ON dossiers
BEGIN
  UPDATE status_counts SET count = count - 1 WHERE status = OLD.status;
END;
CREATE TRIGGER dossiers_count_moved AFTER UPDATE OF status ON dossiers WHEN NEW.status <> OLD.status
BEGIN
  UPDATE status_counts SET count = count - 1 WHERE status = OLD.status;
  INSERT INTO status_counts VALUES (NEW.status, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TABLE outbox_counts (
  actor TEXT NOT NULL,
  state TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (actor, state)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER outbox_count_added AFTER INSERT ON outbox
BEGIN
  INSERT INTO outbox_counts VALUES (NEW.actor, NEW.state, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER outbox_count_moved AFTER UPDATE OF state ON outbox WHEN NEW.state <> OLD.state
BEGIN
  UPDATE outbox_counts SET count = count - 1 WHERE actor = OLD.actor AND state = OLD.state;
  INSERT INTO outbox_counts VALUES (NEW.actor, NEW.state, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TABLE books (
  book_id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  book TEXT NOT NULL,
  year INTEGER NOT NULL,
  volume TEXT NOT NULL,
  last_number INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  opened_on TEXT NOT NULL,
  closed_on TEXT NOT NULL DEFAULT '',
  holder TEXT NOT NULL,
  epoch INTEGER NOT NULL
) STRICT;
CREATE INDEX books_year ON books (book, year);

-- Where each entry stands; what it says is in the event that wrote it.
CREATE TABLE entries (
  entry_id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  book_id TEXT NOT NULL,
  book TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  dossier_id TEXT NOT NULL UNIQUE,
  event_seq INTEGER NOT NULL REFERENCES events (local_seq),
  UNIQUE (office, book, year, number)
) STRICT;
CREATE INDEX entries_book ON entries (book_id, number, event_seq);

CREATE TABLE drafts (
  draft_id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  procedure TEXT NOT NULL,
  payload_version INTEGER NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  components TEXT NOT NULL CHECK (json_valid(components)),
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  subject TEXT NOT NULL,
  discarded INTEGER NOT NULL CHECK (discarded IN (0, 1))
) STRICT;
CREATE INDEX drafts_owner ON drafts (owner, saved_at);

CREATE TABLE accounts (
  account_id TEXT PRIMARY KEY,
  username TEXT NOT NULL UNIQUE COLLATE NOCASE,
  full_name TEXT NOT NULL,
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  password_hash TEXT NOT NULL,
  must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  failed_tries INTEGER NOT NULL,
  locked_until TEXT NOT NULL,
  last_sign_in_at TEXT NOT NULL,
  text_size TEXT NOT NULL,
  colour_scheme TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  server_id TEXT NOT NULL,
  feed_seq INTEGER NOT NULL,
  last_contact_at TEXT NOT NULL,
  clock TEXT NOT NULL
) STRICT;
INSERT INTO sync_state VALUES (1, '', 0, '', 'unchecked');

-- AUTOINCREMENT keeps the highest sequence ever given: a chain cut short at its end shows.
CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_log_never_removed BEFORE DELETE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'an audit row is never removed');
END;
CREATE TRIGGER audit_log_never_rewritten BEFORE UPDATE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'an audit row is never rewritten');
END;

-- One row per draft, dossier or entry that can be found; rows rise with time, so newest first is rowid order.
CREATE TABLE search_items (
  id INTEGER PRIMARY KEY,
  place TEXT NOT NULL CHECK (place IN ('draft', 'dossier', 'entry')),
  ref TEXT NOT NULL,
  dossier_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  folded_subject TEXT NOT NULL,
  code TEXT NOT NULL,
  procedure TEXT NOT NULL,
  status TEXT NOT NULL,
  date TEXT NOT NULL,
  event_dates TEXT NOT NULL,
  terms TEXT NOT NULL,
  UNIQUE (ref, place)
) STRICT;
CREATE INDEX search_items_subject ON search_items (folded_subject, id);

CREATE VIRTUAL TABLE search_index USING fts5(
  terms,
  content = 'search_items',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 0',
  prefix = '1 2 3 4',
  detail = 'none',
  columnsize = 0
);
