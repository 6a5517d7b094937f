-- Relationship programmes: a goal with a number, an audience frozen when it starts, a comparison group held out by lot, and
-- what was done (standard V1). Who is in which group can never be changed afterwards, nor what the goal was.

CREATE TABLE programmes (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- Why, and what is expected of it.
  words TEXT NOT NULL DEFAULT '',
  goal_kind TEXT NOT NULL CHECK (goal_kind IN ('repeat', 'spend', 'attendance')),
  -- Days from the start that count.
  goal_days INTEGER NOT NULL CHECK (goal_days BETWEEN 1 AND 1000),
  -- Hundredths of a percent of the customers, or minor units for each of them.
  goal_target INTEGER NOT NULL CHECK (goal_target >= 0),
  segment_id TEXT NOT NULL REFERENCES segments (id),
  held_out_percent INTEGER NOT NULL CHECK (held_out_percent BETWEEN 5 AND 50),
  currency TEXT NOT NULL,
  budget_minor INTEGER CHECK (budget_minor >= 0),
  owner_id TEXT NOT NULL REFERENCES staff (id),
  -- Until when the shop means to act.
  ends_on TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'running', 'closed')),
  -- What was frozen at the start: whom the segment was about, by which seed and method the lot was drawn.
  segment_name TEXT,
  segment_rule TEXT,
  seed INTEGER,
  method TEXT,
  starts_on TEXT,
  started_at INTEGER,
  started_by TEXT REFERENCES staff (id),
  lesson TEXT,
  closed_at INTEGER,
  closed_by TEXT REFERENCES staff (id),
  -- The programme this one was copied from.
  predecessor_id TEXT REFERENCES programmes (id),
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  CHECK (status = 'draft' OR (segment_name IS NOT NULL AND segment_rule IS NOT NULL AND seed IS NOT NULL
    AND method IS NOT NULL AND starts_on IS NOT NULL AND started_at IS NOT NULL AND started_by IS NOT NULL)),
  CHECK (status <> 'closed' OR (lesson IS NOT NULL AND closed_at IS NOT NULL AND closed_by IS NOT NULL))
) STRICT;
CREATE INDEX programmes_by_status ON programmes (status, made_at);
CREATE INDEX programmes_by_predecessor ON programmes (predecessor_id) WHERE predecessor_id IS NOT NULL;
CREATE TRIGGER programmes_assignment_stays BEFORE UPDATE OF number, goal_kind, goal_days, goal_target, segment_id,
  held_out_percent, currency, segment_name, segment_rule, seed, method, starts_on, started_at, started_by
ON programmes WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a programme that has started keeps its goal and its groups'); END;
CREATE TRIGGER programmes_no_return BEFORE UPDATE OF status ON programmes WHEN OLD.status <> 'draft' AND NEW.status = 'draft'
BEGIN SELECT RAISE(ABORT, 'a programme that has started is no draft again'); END;
CREATE TRIGGER programmes_no_delete BEFORE DELETE ON programmes WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a programme that has started is kept'); END;

-- The audience as it was on the day of the start, and who of it was held out. Written once, before the start.
CREATE TABLE programme_members (
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  is_held_out INTEGER NOT NULL CHECK (is_held_out IN (0, 1)),
  PRIMARY KEY (programme_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX programme_members_by_customer ON programme_members (customer_id) WHERE is_held_out = 1;
CREATE TRIGGER programme_members_frozen BEFORE INSERT ON programme_members
WHEN (SELECT status FROM programmes WHERE id = NEW.programme_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'the audience of a programme is frozen at its start'); END;
CREATE TRIGGER programme_members_no_update BEFORE UPDATE ON programme_members
BEGIN SELECT RAISE(ABORT, 'programme_members is append-only'); END;
CREATE TRIGGER programme_members_no_delete BEFORE DELETE ON programme_members
BEGIN SELECT RAISE(ABORT, 'programme_members is append-only'); END;

-- What is done for the programme: by whom, by when, and whether it was done.
CREATE TABLE programme_actions (
  id TEXT NOT NULL PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  kind TEXT NOT NULL CHECK (kind IN ('campaign', 'event', 'call', 'promise', 'gift', 'other')),
  what TEXT NOT NULL,
  due_on TEXT NOT NULL,
  owner_id TEXT NOT NULL REFERENCES staff (id),
  -- The event of ours it is, where it is one.
  event_id TEXT REFERENCES events (id),
  done_at INTEGER,
  done_by TEXT REFERENCES staff (id),
  outcome TEXT,
  spent_minor INTEGER CHECK (spent_minor >= 0),
  made_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (event_id IS NULL OR kind = 'event'),
  CHECK ((done_at IS NULL) = (done_by IS NULL))
) STRICT;
CREATE INDEX programme_actions_by_programme ON programme_actions (programme_id, due_on);
CREATE INDEX programme_actions_open ON programme_actions (due_on, id) WHERE done_at IS NULL;
CREATE INDEX programme_actions_by_event ON programme_actions (event_id) WHERE event_id IS NOT NULL;
