-- Contents that accepted events speak of. The bytes lie in a folder of their own, per commune and by hash.
CREATE TABLE file_contents (
  commune_id text NOT NULL REFERENCES communes (commune_id),
  sha256 text NOT NULL,
  size bigint NOT NULL,
  mime text NOT NULL,
  announced_at timestamptz(3) NOT NULL,
  -- Set once the bytes are here, whole and of this hash.
  stored_at timestamptz(3),
  PRIMARY KEY (commune_id, sha256)
);
