-- The search index. Derived from rows: the doctor rebuilds it whole (main/features/search/search.sql.ts).

-- What a row of the index stands for. Later rows are shown first, so every write puts its entity at the end.
CREATE TABLE search_docs (
  doc INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('customer', 'product', 'item')),
  entity_id TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_docs_by_entity ON search_docs (entity_id, kind);

-- Only rowids are kept: the keys (shared/domain/search-keys.ts) are a function of the rows. A key of a note starts with _.
CREATE VIRTUAL TABLE search_customers_fts USING fts5 (
  keys, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4', tokenize = "ascii tokenchars '_'"
);
CREATE VIRTUAL TABLE search_products_fts USING fts5 (
  keys, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = "ascii tokenchars '_'"
);
CREATE VIRTUAL TABLE search_items_fts USING fts5 (
  keys, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = "ascii tokenchars '_'"
);

-- The part of a receipt number behind the counter's prefix, with and without its leading zeros. The number itself is
-- looked up in sales.
CREATE TABLE search_receipts (
  key TEXT NOT NULL,
  receipt_number TEXT NOT NULL,
  PRIMARY KEY (key, receipt_number)
) STRICT, WITHOUT ROWID;

-- Words by which names can be misspelt, under what remains of them after one deletion.
CREATE TABLE search_words (
  remains TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (remains, word)
) STRICT, WITHOUT ROWID;
