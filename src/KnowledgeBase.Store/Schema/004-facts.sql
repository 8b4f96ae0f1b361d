-- What filters and facets need of all passages of a document in one short row: reading it from half a million passage rows, with their
-- texts in between, takes seconds. Derived from passage; a document without a row is read the long way.
CREATE TABLE document_facts (
  document INTEGER PRIMARY KEY REFERENCES document (row) ON DELETE CASCADE,
  data BLOB NOT NULL
) STRICT;

ALTER TABLE document ADD COLUMN passages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN footnotes INTEGER NOT NULL DEFAULT 0;
UPDATE document SET
  passages = (SELECT count(*) FROM passage WHERE passage.document = document.row AND note_number IS NULL),
  footnotes = (SELECT count(*) FROM passage WHERE passage.document = document.row AND note_number IS NOT NULL);

-- Tells this store from another, and from itself before a restore: index data kept outside this file fit only one.
INSERT INTO meta (name, value) VALUES ('identity', lower(hex(randomblob(16))));
