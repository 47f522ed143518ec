-- Events lie as text, neighbours of the feed packed together, and a dossier's state is folded from them. The rows of
-- `feed` and `dossiers` keep what is searched for. An event from before is a block of its own, not packed.
CREATE TABLE feed_blocks (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  first_seq bigint NOT NULL,
  packed boolean NOT NULL,
  -- JSON of the events from `first_seq` on, a line each; zstd when packed.
  body bytea NOT NULL,
  PRIMARY KEY (commune_id, first_seq)
);
INSERT INTO feed_blocks (commune_id, first_seq, packed, body)
  SELECT commune_id, feed_seq, false, convert_to(envelope::text, 'UTF8') FROM feed;

DROP INDEX feed_by_day;
ALTER TABLE feed ADD COLUMN block bigint, ADD COLUMN at text;
UPDATE feed SET block = feed_seq, at = envelope ->> 'at';
ALTER TABLE feed ALTER COLUMN block SET NOT NULL, ALTER COLUMN at SET NOT NULL, DROP COLUMN envelope;
-- Devices write instants in UTC, so a day is a range of text.
CREATE INDEX feed_by_day ON feed (commune_id, at);

ALTER TABLE dossiers ADD COLUMN version integer, ADD COLUMN subject text;
UPDATE dossiers SET version = (state ->> 'version')::integer, subject = state -> 'parties' ->> 'subject';
ALTER TABLE dossiers ALTER COLUMN version SET NOT NULL, ALTER COLUMN subject SET NOT NULL, DROP COLUMN state;
