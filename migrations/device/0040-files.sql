-- Files attached to drafts and dossiers. Their bytes lie encrypted in a folder beside the database, named by hash.

-- One row for each content that is known; its bytes are on this machine when its key is.
CREATE TABLE file_contents (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size > 0),
  mime TEXT NOT NULL,
  -- The content's own key, wrapped by one derived from the database's; empty when the bytes are not here.
  wrapped_key TEXT NOT NULL DEFAULT '',
  -- 0 a small picture, 1 an original: the order in which they are sent.
  rank INTEGER NOT NULL CHECK (rank IN (0, 1)),
  -- kept: in no received dossier yet; elsewhere: another machine of the office has it and sends it.
  state TEXT NOT NULL CHECK (state IN ('kept', 'elsewhere', 'waiting', 'needs-you', 'accepted')),
  upload_url TEXT NOT NULL DEFAULT '',
  attempts INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX file_contents_open ON file_contents (state, rank) WHERE state IN ('waiting', 'needs-you');

-- One of draft_id and dossier_id is empty. Rows of dossiers are made anew from the log, those of drafts are not in it.
CREATE TABLE files (
  file_id TEXT PRIMARY KEY,
  draft_id TEXT NOT NULL DEFAULT '',
  dossier_id TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL REFERENCES file_contents (sha256),
  preview_sha256 TEXT NOT NULL DEFAULT '',
  component TEXT NOT NULL,
  label TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  taken_off INTEGER NOT NULL CHECK (taken_off IN (0, 1)),
  CHECK ((draft_id = '') <> (dossier_id = ''))
) STRICT;
CREATE INDEX files_draft ON files (draft_id) WHERE draft_id <> '';
CREATE INDEX files_dossier ON files (dossier_id) WHERE dossier_id <> '';
CREATE INDEX files_sha256 ON files (sha256);
CREATE INDEX files_preview ON files (preview_sha256) WHERE preview_sha256 <> '';
