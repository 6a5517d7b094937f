-- What the shop gives free of charge with an item: a strap fit, a polish, whatever it decides. The rules are dated versions,
-- so that what was given under an earlier one stays explained.

CREATE TABLE benefits (
  id TEXT NOT NULL PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE benefit_versions (
  id TEXT NOT NULL PRIMARY KEY,
  benefit_id TEXT NOT NULL REFERENCES benefits (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  -- Civil date from which it holds.
  effective_on TEXT NOT NULL,
  -- JSON: its name by language, at least one.
  names TEXT NOT NULL,
  -- Which items have it: everything a customer owns, or only what was bought here.
  items TEXT NOT NULL CHECK (items IN ('all', 'bought-here')),
  -- How often per item and year; 0: not for everybody, or no longer.
  per_year INTEGER NOT NULL CHECK (per_year BETWEEN 0 AND 52),
  -- JSON: tier → how often instead, for its members.
  tiers TEXT NOT NULL DEFAULT '{}',
  -- Done only where the customer asked for it, as a polish, which takes metal away.
  is_on_request INTEGER NOT NULL CHECK (is_on_request IN (0, 1)),
  published_at INTEGER NOT NULL,
  published_by TEXT REFERENCES staff (id),
  UNIQUE (benefit_id, version)
) STRICT;
CREATE TRIGGER benefit_versions_no_update BEFORE UPDATE ON benefit_versions
BEGIN SELECT RAISE(ABORT, 'benefit_versions is append-only'); END;
CREATE TRIGGER benefit_versions_no_delete BEFORE DELETE ON benefit_versions
BEGIN SELECT RAISE(ABORT, 'benefit_versions is append-only'); END;

-- What was given. A use entered by mistake is taken back, never removed.
CREATE TABLE benefit_uses (
  id TEXT NOT NULL PRIMARY KEY,
  benefit_id TEXT NOT NULL REFERENCES benefits (id),
  version INTEGER NOT NULL,
  item_id TEXT NOT NULL REFERENCES items (id),
  at INTEGER NOT NULL,
  used_on TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  is_requested INTEGER NOT NULL CHECK (is_requested IN (0, 1)),
  -- 1: given although none was left, for the reason.
  is_beyond INTEGER NOT NULL CHECK (is_beyond IN (0, 1)),
  reason TEXT,
  undone_at INTEGER,
  undone_by TEXT REFERENCES staff (id),
  CHECK (is_beyond = 0 OR reason IS NOT NULL),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;
CREATE INDEX benefit_uses_by_item ON benefit_uses (item_id, used_on);
CREATE INDEX benefit_uses_beyond ON benefit_uses (used_on) WHERE is_beyond = 1;
CREATE TRIGGER benefit_uses_only_undo BEFORE UPDATE OF id, benefit_id, version, item_id, at, used_on, staff_id, is_requested,
  is_beyond, reason ON benefit_uses
BEGIN SELECT RAISE(ABORT, 'a use of a benefit can only be taken back'); END;
CREATE TRIGGER benefit_uses_undone_once BEFORE UPDATE ON benefit_uses WHEN OLD.undone_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a use of a benefit is taken back once'); END;
CREATE TRIGGER benefit_uses_no_delete BEFORE DELETE ON benefit_uses
BEGIN SELECT RAISE(ABORT, 'benefit_uses is append-only'); END;
