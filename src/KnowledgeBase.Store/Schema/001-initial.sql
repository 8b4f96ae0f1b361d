-- The first schema. A later change is a new file with the next number; a file that has shipped is never edited.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- generation counts changes that a reader's snapshot must follow.
INSERT INTO meta (name, value) VALUES ('generation', '0'), ('analysis', '');

CREATE TABLE kept_file (
  sha256 TEXT PRIMARY KEY,
  size_bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES kept_file (sha256),
  path TEXT,
  format TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'network', 'restricted')),
  language TEXT,
  title TEXT,
  series TEXT,
  number TEXT,
  year INTEGER,
  grade_letter TEXT,
  grade_score REAL,
  tagger TEXT NOT NULL,
  -- The front matter, also part of the body, for lists and citations.
  front TEXT NOT NULL,
  added_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  generation INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX document_sha256 ON document (sha256);
CREATE UNIQUE INDEX document_path ON document (path) WHERE path IS NOT NULL;
CREATE INDEX document_generation ON document (generation);

-- Removed documents, so that a reader's snapshot can follow.
CREATE TABLE removed_document (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  generation INTEGER NOT NULL
) STRICT;

CREATE TABLE document_version (
  document INTEGER NOT NULL REFERENCES document (row) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES kept_file (sha256),
  file_name TEXT NOT NULL,
  path TEXT,
  added_at TEXT NOT NULL,
  PRIMARY KEY (document, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_version_sha256 ON document_version (sha256);

-- Passages and footnotes: passages in reading order, then footnotes in printed order.
CREATE TABLE passage (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES document (row) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  -- What structuring said, and what holds after people's decisions.
  role_as_read TEXT NOT NULL,
  role TEXT NOT NULL,
  text TEXT NOT NULL,
  heading_path TEXT NOT NULL,
  section INTEGER,
  section_number TEXT,
  paragraph INTEGER NOT NULL,
  page_first INTEGER,
  page_last INTEGER,
  label_first TEXT,
  label_last TEXT,
  marker TEXT,
  attribution TEXT,
  note_number TEXT,
  cited_by TEXT,
  language TEXT,
  ocr_confidence REAL,
  -- The tags that hold after people's decisions, labels joined by blanks; derived from tag and review.
  kinds TEXT NOT NULL DEFAULT '',
  themes TEXT NOT NULL DEFAULT '',
  addressees TEXT NOT NULL DEFAULT '',
  reviewed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX passage_document ON passage (document, position);

-- Machine tags as given, by origin side by side; position keeps the order in which the tagger gave them.
CREATE TABLE tag (
  passage INTEGER NOT NULL REFERENCES passage (row) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('kind', 'theme', 'addressee')),
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('rule', 'model', 'person')),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  evidence TEXT NOT NULL,
  PRIMARY KEY (passage, field, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE score (
  passage INTEGER NOT NULL REFERENCES passage (row) ON DELETE CASCADE,
  label TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (passage, label)
) STRICT, WITHOUT ROWID;

-- What people decided. Hangs on the permanent passage id, not on a row, so that it outlives re-extraction.
CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  passage_id TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES document (row) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('kind', 'theme', 'addressee', 'role')),
  label TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('confirm', 'reject', 'add')),
  person TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT,
  undone_by TEXT,
  undone_at TEXT,
  moved_from TEXT,
  text TEXT NOT NULL
) STRICT;

CREATE INDEX review_passage ON review (passage_id);
CREATE INDEX review_document ON review (document);

-- Where a passage went when its words changed a little: old links and baskets still find it.
CREATE TABLE moved_passage (
  old_id TEXT PRIMARY KEY,
  new_id TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES document (row) ON DELETE CASCADE,
  similarity REAL NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX moved_passage_new ON moved_passage (new_id);

CREATE TABLE collection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  note TEXT,
  person TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE collection_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  section TEXT,
  passage_id TEXT NOT NULL,
  text TEXT NOT NULL,
  note TEXT,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL,
  moved_from TEXT
) STRICT;

CREATE INDEX collection_item_collection ON collection_item (collection, position);
CREATE INDEX collection_item_passage ON collection_item (passage_id);

CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  input TEXT NOT NULL,
  progress TEXT,
  result TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE access_key (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'admin')),
  created_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;

-- The passage index: derived from the rows above and rebuilt from them at any time. Words come analysed, joined by blanks;
-- words are taken out by the command 'delete' with what was put in (a table with contentless_delete would not keep its totals, on which bm25
-- rests, in step). The tokenizer only splits at blanks (every byte beyond ASCII is part of a word, and so is the printable punctuation listed).
CREATE VIRTUAL TABLE passage_words USING fts5 (
  heading, text, heading_forms, text_forms,
  content = '',
  tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[]^_`{|}~'"
);

CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab (passage_words, 'col');

-- What the analysis made of a document besides its words, in a form of its own (see KnowledgeBase.Search).
CREATE TABLE analysed_document (
  document INTEGER PRIMARY KEY REFERENCES document (row) ON DELETE CASCADE,
  first_passage INTEGER NOT NULL,
  data BLOB NOT NULL
) STRICT;
