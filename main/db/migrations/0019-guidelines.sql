-- Policies on two shelves: the brand's and the house's. What was published is never edited: a change is a new version
-- with its own date, and who has read which version is kept for ever.

CREATE TABLE guidelines (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  shelf TEXT NOT NULL CHECK (shelf IN ('brand', 'house')),
  topic TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX guidelines_by_topic ON guidelines (topic, shelf, number);
CREATE TRIGGER guidelines_no_update BEFORE UPDATE ON guidelines
BEGIN SELECT RAISE(ABORT, 'guidelines is append-only'); END;
CREATE TRIGGER guidelines_no_delete BEFORE DELETE ON guidelines
BEGIN SELECT RAISE(ABORT, 'guidelines is append-only'); END;

-- One row a version and language. In force: the highest version whose day has come.
CREATE TABLE guideline_versions (
  id TEXT NOT NULL PRIMARY KEY,
  guideline_id TEXT NOT NULL REFERENCES guidelines (id),
  version INTEGER NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  -- What is different from the version before; null for the first.
  change_note TEXT,
  effective_on TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  published_by TEXT REFERENCES staff (id),
  UNIQUE (guideline_id, version, language)
) STRICT;
CREATE TRIGGER guideline_versions_no_update BEFORE UPDATE ON guideline_versions
BEGIN SELECT RAISE(ABORT, 'guideline_versions is append-only'); END;
CREATE TRIGGER guideline_versions_no_delete BEFORE DELETE ON guideline_versions
BEGIN SELECT RAISE(ABORT, 'guideline_versions is append-only'); END;

CREATE TABLE guideline_reads (
  id TEXT NOT NULL PRIMARY KEY,
  guideline_id TEXT NOT NULL REFERENCES guidelines (id),
  version INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  UNIQUE (guideline_id, version, staff_id)
) STRICT;
CREATE TRIGGER guideline_reads_no_update BEFORE UPDATE ON guideline_reads
BEGIN SELECT RAISE(ABORT, 'guideline_reads is append-only'); END;
CREATE TRIGGER guideline_reads_no_delete BEFORE DELETE ON guideline_reads
BEGIN SELECT RAISE(ABORT, 'guideline_reads is append-only'); END;

-- Which shelf wins on a topic, and why. The last one counts; the earlier ones stay.
CREATE TABLE guideline_precedence (
  id TEXT NOT NULL PRIMARY KEY,
  topic TEXT NOT NULL,
  wins TEXT NOT NULL CHECK (wins IN ('brand', 'house')),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id)
) STRICT;
CREATE INDEX guideline_precedence_by_topic ON guideline_precedence (topic, id);
CREATE TRIGGER guideline_precedence_no_update BEFORE UPDATE ON guideline_precedence
BEGIN SELECT RAISE(ABORT, 'guideline_precedence is append-only'); END;
CREATE TRIGGER guideline_precedence_no_delete BEFORE DELETE ON guideline_precedence
BEGIN SELECT RAISE(ABORT, 'guideline_precedence is append-only'); END;
