-- Customers; a prospect is a customer who has not bought yet.

CREATE TABLE customers (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  external_id TEXT,
  title TEXT,
  family_name TEXT,
  given_name TEXT,
  english_name TEXT,
  chinese_name TEXT,
  preferred_name TEXT,
  -- Maiden name, former name, alias; several are separated by ';'.
  other_names TEXT,
  form_of_address TEXT,
  language TEXT NOT NULL DEFAULT 'zh-Hant',
  preferred_channel TEXT,
  contact_hours TEXT,
  is_minor INTEGER NOT NULL DEFAULT 0,
  birth_year INTEGER,
  birth_month INTEGER,
  birth_day INTEGER,
  address TEXT,
  district TEXT,
  country TEXT,
  discretion TEXT,
  occupation TEXT,
  primary_advisor_id TEXT REFERENCES staff (id),
  secondary_advisor_id TEXT REFERENCES staff (id),
  source TEXT NOT NULL DEFAULT 'counter',
  import_id TEXT,
  merged_into_id TEXT REFERENCES customers (id),
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX customers_by_external_id ON customers (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX customers_by_advisor ON customers (primary_advisor_id);
CREATE INDEX customers_by_second_advisor ON customers (secondary_advisor_id) WHERE secondary_advisor_id IS NOT NULL;
-- Possible duplicates are looked up by these while somebody types.
CREATE INDEX customers_by_chinese_name ON customers (chinese_name) WHERE chinese_name IS NOT NULL;
CREATE INDEX customers_by_latin_name
  ON customers (lower(replace(replace(family_name || given_name, ' ', ''), '-', '')))
  WHERE family_name IS NOT NULL AND given_name IS NOT NULL;
CREATE INDEX customers_by_english_name ON customers (lower(english_name), lower(family_name))
  WHERE english_name IS NOT NULL;
CREATE INDEX customers_by_import ON customers (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX customers_by_merged ON customers (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX customers_by_updated ON customers (updated_at);

CREATE TABLE customer_contacts (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'wechat', 'whatsapp', 'line', 'other')),
  value TEXT NOT NULL,
  -- E.164 for phones, lower case for e-mail: what duplicates and suppression are compared by.
  normalised TEXT NOT NULL,
  label TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX customer_contacts_by_customer ON customer_contacts (customer_id);
CREATE INDEX customer_contacts_by_normalised ON customer_contacts (normalised);

CREATE TABLE customer_dates (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL,
  label TEXT,
  month INTEGER NOT NULL,
  day INTEGER NOT NULL,
  year INTEGER,
  is_discreet INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX customer_dates_by_customer ON customer_dates (customer_id);
CREATE INDEX customer_dates_by_day ON customer_dates (month, day);

CREATE TABLE customer_links (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  other_customer_id TEXT NOT NULL REFERENCES customers (id),
  relation TEXT NOT NULL,
  note TEXT,
  is_discreet INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_links_by_customer ON customer_links (customer_id);
CREATE INDEX customer_links_by_other ON customer_links (other_customer_id);

CREATE TABLE customer_preferences (
  customer_id TEXT NOT NULL PRIMARY KEY REFERENCES customers (id),
  wrist_mm INTEGER,
  strap TEXT,
  metals TEXT NOT NULL DEFAULT '[]',
  brands TEXT NOT NULL DEFAULT '[]',
  colours TEXT NOT NULL DEFAULT '[]',
  budget_min_minor INTEGER,
  budget_max_minor INTEGER,
  note TEXT
) STRICT;

CREATE TABLE customer_notes (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  author_id TEXT,
  at INTEGER NOT NULL,
  body TEXT NOT NULL,
  is_discreet INTEGER NOT NULL DEFAULT 0,
  edited_at INTEGER,
  deleted_at INTEGER
) STRICT;
CREATE INDEX customer_notes_by_customer ON customer_notes (customer_id, at);

-- The fields of each edit before and after it, so that it can be taken back and the history shown.
CREATE TABLE customer_revisions (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  staff_id TEXT,
  operation TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  -- Edits made together (all customers of one advisor handed over) share it.
  batch_id TEXT,
  undone_at INTEGER
) STRICT;
CREATE INDEX customer_revisions_by_customer ON customer_revisions (customer_id, at);
CREATE INDEX customer_revisions_by_batch ON customer_revisions (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE customer_merges (
  id TEXT NOT NULL PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES customers (id),
  merged_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  staff_id TEXT,
  -- Every row that moved, by table and id, and the kept record as it was: what undo puts back.
  moved TEXT NOT NULL,
  undone_at INTEGER
) STRICT;
CREATE INDEX customer_merges_by_kept ON customer_merges (kept_id);
CREATE INDEX customer_merges_by_merged ON customer_merges (merged_id);

-- Who opened whose record: recent customers, and the look-ups on the day-close sheet.
CREATE TABLE customer_views (
  staff_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (staff_id, at, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_views_by_time ON customer_views (at);

-- Derived from sales; rebuilt per customer on each write, and whole by the doctor.
CREATE TABLE customer_totals (
  customer_id TEXT NOT NULL PRIMARY KEY REFERENCES customers (id),
  currency TEXT NOT NULL,
  lifetime_minor INTEGER NOT NULL,
  receipts INTEGER NOT NULL,
  units INTEGER NOT NULL,
  first_sale_at INTEGER,
  last_sale_at INTEGER
) STRICT;
CREATE INDEX customer_totals_by_last_sale ON customer_totals (last_sale_at, customer_id);
CREATE INDEX customer_totals_by_lifetime ON customer_totals (lifetime_minor, customer_id);
