-- X25519, PKCS8 DER in base64: devices seal exports for it. Made by the server when it first starts with this step.
ALTER TABLE server ADD COLUMN sealing_key text;
-- Ed25519, SPKI DER in base64: what a device signs its exports with.
ALTER TABLE devices ADD COLUMN signing_key text;

-- What a device said of its whole state, and whether the city has the same.
CREATE TABLE state_checks (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  device uuid NOT NULL,
  checked_at timestamptz(3) NOT NULL,
  feed_seq bigint NOT NULL,
  differing integer NOT NULL,
  PRIMARY KEY (commune_id, device)
);
