-- An item of a branch that a person closed is `resolved`: never sent again, no longer open.
CREATE TABLE outbox_new (
  local_seq INTEGER PRIMARY KEY REFERENCES events (local_seq),
  stream TEXT NOT NULL,
  actor TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'needs-you', 'accepted', 'refused', 'resolved')),
  attempts INTEGER NOT NULL DEFAULT 0,
  receipt TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  message TEXT NOT NULL DEFAULT '',
  field TEXT NOT NULL DEFAULT '',
  sending_since TEXT NOT NULL DEFAULT '',
  next_try_at TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO outbox_new
  (local_seq, stream, actor, state, attempts, receipt, reason, message, field, sending_since, next_try_at)
SELECT local_seq, stream, actor, state, attempts, receipt, reason, message, field, sending_since, next_try_at
FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;

CREATE INDEX outbox_open ON outbox (local_seq) WHERE state NOT IN ('accepted', 'resolved');
CREATE INDEX outbox_open_stream ON outbox (stream, local_seq) WHERE state NOT IN ('accepted', 'resolved');
-- Dossiers that wait for a person.
CREATE INDEX outbox_stopped ON outbox (stream, local_seq) WHERE state IN ('needs-you', 'refused');

CREATE TRIGGER outbox_never_removed BEFORE DELETE ON outbox
BEGIN
  SELECT RAISE(ABORT, 'an outbox item is never removed');
END;
CREATE TRIGGER outbox_count_added AFTER INSERT ON outbox
BEGIN
  INSERT INTO outbox_counts VALUES (NEW.actor, NEW.state, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER outbox_count_moved AFTER UPDATE OF state ON outbox WHEN NEW.state <> OLD.state
BEGIN
  UPDATE outbox_counts SET count = count - 1 WHERE actor = OLD.actor AND state = OLD.state;
  INSERT INTO outbox_counts VALUES (NEW.actor, NEW.state, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
