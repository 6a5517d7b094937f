-- The shop, its settings and the people who work there.

CREATE TABLE shops (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  chinese_name TEXT,
  address TEXT NOT NULL,
  chinese_address TEXT,
  hotline TEXT NOT NULL,
  email TEXT,
  opening_hours TEXT NOT NULL,
  currency TEXT NOT NULL,
  default_language TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  privacy_officer TEXT,
  is_sample INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- One JSON value per rule the manager may change (auto-lock minutes, VIP rules, tiers, retention, ...).
CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  chinese_name TEXT,
  role TEXT NOT NULL CHECK (role IN ('advisor', 'service', 'manager')),
  language TEXT NOT NULL DEFAULT 'en',
  color_scheme TEXT NOT NULL DEFAULT 'auto',
  pin_salt TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  pin_must_change INTEGER NOT NULL DEFAULT 0,
  failed_attempts INTEGER NOT NULL DEFAULT 0,
  last_failed_at INTEGER,
  pin_locked INTEGER NOT NULL DEFAULT 0,
  -- A customer record that is this staff member's own, so that own-account sales can be flagged.
  own_customer_id TEXT,
  deactivated_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
