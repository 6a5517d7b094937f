-- Where copies go, what each copy proved, and each day's close.

CREATE TABLE backup_places (
  id TEXT NOT NULL PRIMARY KEY,
  label TEXT NOT NULL,
  folder TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('disk', 'removable', 'network')),
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

-- Every attempt, in order of making (the clock may lie); the copies themselves are told apart by the id in their
-- manifests, since a restored database does not know the copies made after it.
CREATE TABLE backups (
  id TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  place_id TEXT NOT NULL REFERENCES backup_places (id),
  day_close_id TEXT,
  folder TEXT,
  day TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  size_bytes INTEGER,
  sha256 TEXT,
  -- Rows a table, JSON.
  counts TEXT,
  log_head TEXT,
  log_count INTEGER,
  outcome TEXT NOT NULL CHECK (outcome IN ('verified', 'failed', 'damaged', 'pruned')),
  error TEXT,
  checked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX backups_by_seq ON backups (seq);
CREATE INDEX backups_by_place ON backups (place_id, seq);
CREATE INDEX backups_by_close ON backups (day_close_id) WHERE day_close_id IS NOT NULL;

-- A copy restored for practice into a folder of its own and opened there.
CREATE TABLE backup_drills (
  id TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  day TEXT NOT NULL,
  staff_id TEXT,
  backup_id TEXT NOT NULL,
  place_label TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  is_passed INTEGER NOT NULL,
  error TEXT
) STRICT;
CREATE INDEX backup_drills_by_time ON backup_drills (at);

CREATE TABLE day_closes (
  id TEXT NOT NULL PRIMARY KEY,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  -- What happened and what was left unfinished, as it was shown (JSON).
  summary TEXT NOT NULL,
  log_head TEXT NOT NULL,
  log_count INTEGER NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX day_closes_by_day ON day_closes (day, at);

-- What happened on a day is asked of every table by its time.
CREATE INDEX needs_by_time ON needs (at);
CREATE INDEX needs_by_close ON needs (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX consent_events_by_recorded ON consent_events (recorded_at);
CREATE INDEX vip_invitations_by_time ON vip_invitations (at);
