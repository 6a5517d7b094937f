-- Moving in: what was imported from which file, so that it can be repeated and taken back.

CREATE TABLE imports (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('customers', 'products', 'purchases')),
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  options TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('done', 'undone')),
  rows_read INTEGER NOT NULL,
  rows_imported INTEGER NOT NULL,
  rows_unchanged INTEGER NOT NULL,
  rows_refused INTEGER NOT NULL,
  report TEXT NOT NULL,
  staff_id TEXT,
  started_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;
CREATE INDEX imports_by_time ON imports (finished_at);

-- The natural key of each imported record, so that feeding the same file again changes nothing. Hashed, so that no
-- name or number outlives the erasure of its customer here.
CREATE TABLE import_keys (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  import_id TEXT NOT NULL REFERENCES imports (id),
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_keys_by_import ON import_keys (import_id);
CREATE INDEX import_keys_by_entity ON import_keys (entity_id);

-- Records that existed before and were changed by an import, as they were and as it left them: what undo puts back.
CREATE TABLE import_changes (
  import_id TEXT NOT NULL REFERENCES imports (id),
  entity_kind TEXT NOT NULL CHECK (entity_kind IN ('customer', 'product', 'sale')),
  entity_id TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (import_id, entity_kind, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_changes_by_entity ON import_changes (entity_id);

-- How the columns of a file with this header were mapped the last time.
CREATE TABLE import_mappings (
  kind TEXT NOT NULL,
  signature TEXT NOT NULL,
  mapping TEXT NOT NULL,
  options TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  PRIMARY KEY (kind, signature)
) STRICT, WITHOUT ROWID;
