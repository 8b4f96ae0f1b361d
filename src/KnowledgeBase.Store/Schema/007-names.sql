-- Places and organisations named in the passages of a document, and the acronyms that it explains, as the analysis wants them back when an
-- index is loaded. Derived: a store of an earlier schema has none until its index is made anew ("kb reindex", which it asks for anyway).
CREATE TABLE document_names (
  document INTEGER PRIMARY KEY REFERENCES document (row) ON DELETE CASCADE,
  data BLOB NOT NULL
) STRICT;
