-- The number after which the running term of custody gives its own: of an opened book, the last one on paper.
ALTER TABLE books ADD COLUMN term_start INTEGER NOT NULL DEFAULT 0;
UPDATE books SET term_start = coalesce(
  (SELECT json_extract(payload, '$.lastNumber') FROM events
    WHERE events.stream = books.book_id AND kind = 'book-opened' LIMIT 1), 0);

-- Numbers given, whatever became of their entries: within a term none is given twice.
CREATE INDEX events_numbers ON events (
  json_extract(payload, '$.entry.bookId'),
  json_extract(payload, '$.entry.epoch'),
  json_extract(payload, '$.entry.number')
) WHERE kind = 'entry-registered';

-- Dossiers that wait for their official code.
CREATE INDEX dossiers_without_code ON dossiers (dossier_id) WHERE code = '';

-- What the city signed: the links of feed sequences from_seq to to_seq, made on the link before them.
CREATE TABLE receipt_seals (
  to_seq INTEGER PRIMARY KEY,
  from_seq INTEGER NOT NULL,
  before TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;
