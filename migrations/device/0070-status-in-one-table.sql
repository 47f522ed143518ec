-- A dossier's status is in `dossiers` alone: kept beside its words too, each of its steps wrote a second row.
ALTER TABLE search_items DROP COLUMN status;
