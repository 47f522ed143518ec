-- The highest place in the feed whose receipt this device knows: a server that cannot confirm it has lost events.
ALTER TABLE sync_state ADD COLUMN witness_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sync_state ADD COLUMN witness_receipt TEXT NOT NULL DEFAULT '';

-- Events the queue of this device does not carry, or no longer: what a restored server lost, and other devices' work
-- that only this one still has. They are offered to the city in this order, beside the queue.
CREATE TABLE reoffers (
  local_seq INTEGER PRIMARY KEY REFERENCES events (local_seq),
  position INTEGER NOT NULL,
  -- What the city answered the first time; it stays when the event has been taken again.
  former_feed_seq INTEGER,
  former_receipt TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'stopped')),
  reason TEXT NOT NULL DEFAULT '',
  message TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX reoffers_waiting ON reoffers (position) WHERE state = 'waiting';

-- Streams whose events a first sync has put into the log and whose projections are still to be made; books first.
CREATE TABLE unprojected_streams (
  stream TEXT PRIMARY KEY,
  rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX unprojected_next ON unprojected_streams (rank, stream);

-- Few rows, counted around every pull and replayed after an upgrade.
CREATE INDEX events_parked ON events (local_seq) WHERE parked <> '';
CREATE INDEX entries_event ON entries (event_seq);
