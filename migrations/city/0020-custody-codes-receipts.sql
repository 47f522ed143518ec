-- Ed25519, PKCS8 DER in base64; made by the server when it first starts with this step. The HMAC key stays, so that
-- receipts given before can still be told from made-up ones.
ALTER TABLE server ADD COLUMN signing_key text;

-- A book carries its terms of custody; one from before has been with its opener all along.
UPDATE books SET state = state || jsonb_build_object(
  'terms', jsonb_build_array(jsonb_build_object(
    'holder', state -> 'holder', 'holderName', '', 'epoch', state -> 'epoch', 'after', start_number)),
  'marks', '[]'::jsonb, 'requests', '[]'::jsonb, 'late', '[]'::jsonb);

CREATE INDEX entries_by_book ON entries (commune_id, book_id, number);
CREATE INDEX dossiers_by_code ON dossiers (commune_id, code) WHERE code <> '';
-- Devices write instants in UTC, so a day is a range of text.
CREATE INDEX feed_by_day ON feed (commune_id, (envelope ->> 'at'));

-- Blocks of dossier codes: serials of a day, gap-free under the commune's lock.
CREATE TABLE code_leases (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  day text NOT NULL,
  from_serial integer NOT NULL CHECK (from_serial > 0),
  to_serial integer NOT NULL CHECK (to_serial >= from_serial),
  lease_id uuid NOT NULL,
  device uuid NOT NULL,
  leased_at timestamptz(3) NOT NULL,
  -- Set when the device accounted for the block: the serials no dossier got.
  closed_at timestamptz(3),
  unused jsonb,
  PRIMARY KEY (commune_id, day, from_serial),
  UNIQUE (commune_id, lease_id)
);
