-- What people say of a document itself (title, authors, year …), as JSON; it outlasts every new reading and version of the file.
CREATE TABLE front_edit (
  document INTEGER PRIMARY KEY REFERENCES document (row) ON DELETE CASCADE,
  edits TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
