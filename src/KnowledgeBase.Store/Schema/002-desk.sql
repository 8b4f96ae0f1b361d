-- The editors' desk: what baskets need beyond the first schema, and the log of people's acts.

ALTER TABLE collection ADD COLUMN used_in TEXT;
ALTER TABLE collection ADD COLUMN deleted_at TEXT;

-- The state of a basket before each change, so that changes can be undone one by one.
CREATE TABLE collection_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  person TEXT NOT NULL,
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  before TEXT NOT NULL
) STRICT;

CREATE INDEX collection_change_collection ON collection_change (collection);

-- Who did what and when; rows are only ever added.
CREATE TABLE act (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT
) STRICT;
