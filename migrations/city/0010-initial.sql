-- Every key starts with the commune, so that the tables can be spread over machines by it.
-- `server` describes this installation and is the only table without one.

CREATE TABLE server (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  server_id uuid NOT NULL,
  receipt_key text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE communes (
  commune_id text PRIMARY KEY,
  profile jsonb NOT NULL,
  feed_head bigint NOT NULL DEFAULT 0,
  receipt_head text NOT NULL DEFAULT ''
);

CREATE TABLE devices (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  device uuid NOT NULL,
  name text NOT NULL,
  token_hash text NOT NULL,
  enrolled_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  PRIMARY KEY (commune_id, device)
);

CREATE TABLE enrolment_codes (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  code_hash text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  uses_left integer NOT NULL CHECK (uses_left >= 0),
  PRIMARY KEY (commune_id, code_hash)
);
CREATE INDEX enrolment_codes_by_hash ON enrolment_codes (code_hash);

CREATE TABLE feed (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  feed_seq bigint NOT NULL CHECK (feed_seq > 0),
  event_id uuid NOT NULL,
  device uuid NOT NULL,
  device_seq bigint NOT NULL,
  kind text NOT NULL,
  stream uuid NOT NULL,
  digest text NOT NULL,
  envelope jsonb NOT NULL,
  receipt text NOT NULL,
  accepted_at timestamptz(3) NOT NULL,
  PRIMARY KEY (commune_id, feed_seq),
  UNIQUE (commune_id, event_id),
  UNIQUE (commune_id, device, device_seq)
);
CREATE INDEX feed_by_stream ON feed (commune_id, stream, feed_seq);

-- `version` counts accepted events; a parked stream holds a kind this server does not know yet.
CREATE TABLE streams (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  stream uuid NOT NULL,
  version integer NOT NULL,
  parked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (commune_id, stream)
);

CREATE TABLE dossiers (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  dossier_id uuid NOT NULL,
  status text NOT NULL,
  code text NOT NULL,
  local_ref text NOT NULL,
  procedure text NOT NULL,
  received_at text NOT NULL,
  state jsonb NOT NULL,
  PRIMARY KEY (commune_id, dossier_id)
);

CREATE TABLE books (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  book_id uuid NOT NULL,
  book text NOT NULL,
  year integer NOT NULL,
  -- Last number of the paper book before the first one given here, and of the book when it was closed.
  start_number integer NOT NULL,
  end_number integer,
  state jsonb NOT NULL,
  PRIMARY KEY (commune_id, book_id)
);
CREATE INDEX books_by_year ON books (commune_id, book, year);

CREATE TABLE entries (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  book text NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  entry_id uuid NOT NULL,
  book_id uuid NOT NULL,
  dossier_id uuid NOT NULL,
  epoch integer NOT NULL,
  registered_on text NOT NULL,
  entry jsonb NOT NULL,
  PRIMARY KEY (commune_id, book, year, number)
);
CREATE INDEX entries_by_dossier ON entries (commune_id, dossier_id);

-- What the city did not take, kept as it came: text, because a malformed event need not fit jsonb.
CREATE TABLE held (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  event_id uuid NOT NULL,
  device uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('held', 'refused')),
  reason text NOT NULL,
  message text NOT NULL,
  field text,
  envelope text NOT NULL,
  first_seen_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  -- Set when a later push of the same event was accepted.
  resolved_at timestamptz(3),
  PRIMARY KEY (commune_id, event_id)
);
