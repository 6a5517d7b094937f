-- Which customers, by what the app knows about them: rules, never lists. Who belongs is computed each time it is asked.

CREATE TABLE segments (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  -- Groups of conditions as JSON (shared/domain/segments.ts).
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  -- No longer offered; what was done with it still names it.
  retired_at INTEGER
) STRICT;
