-- What passages mean, as vectors; made in the background after a document is saved, by the model named. A passage's vector
-- goes with the passage. The sequence rises with every vector saved, so that readers can follow.
CREATE TABLE passage_vector (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  passage INTEGER NOT NULL UNIQUE REFERENCES passage (row) ON DELETE CASCADE,
  model TEXT NOT NULL,
  code BLOB NOT NULL
) STRICT;
