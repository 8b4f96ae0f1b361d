-- Which documents are the same text, a revision or a summary of each other: samples of their shingles (runs of four words), and what they tell.
-- A document without a row in document_sketch has not been sampled yet.
CREATE TABLE document_sketch (
  document INTEGER PRIMARY KEY REFERENCES document (row) ON DELETE CASCADE,
  shingles INTEGER NOT NULL
) STRICT;

CREATE TABLE sketch_shingle (
  hash INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (row) ON DELETE CASCADE,
  PRIMARY KEY (hash, document)
) STRICT, WITHOUT ROWID;

CREATE INDEX sketch_shingle_document ON sketch_shingle (document);

-- Kept for both documents of a pair; kind says what the first is to the other.
CREATE TABLE related_document (
  document INTEGER NOT NULL REFERENCES document (row) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES document (row) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('same_text', 'revision', 'summary_of', 'summarised_by')),
  similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  PRIMARY KEY (document, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX related_document_other ON related_document (other);

-- Why a document has its grade, as a JSON list of sentences; empty for documents saved before this column.
ALTER TABLE document ADD COLUMN grade_reasons TEXT NOT NULL DEFAULT '[]';
