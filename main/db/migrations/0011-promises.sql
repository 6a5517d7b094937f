-- What the shop promised: to whom, by when, who keeps it, and how it ended. Not a list of tasks: a promise is closed only
-- with its outcome and with how and when the customer was told (standard L8).

CREATE TABLE promises (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- 'HH:MM' on the shop's clock; null means by the end of the day.
  due_time TEXT,
  owner_id TEXT NOT NULL REFERENCES staff (id),
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  -- What it came from: 'counter', or the kind of record and its id.
  origin_kind TEXT NOT NULL DEFAULT 'counter',
  origin_id TEXT,
  is_discreet INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'kept', 'broken', 'released')),
  outcome TEXT,
  broken_reason TEXT,
  closed_at INTEGER,
  closed_by TEXT REFERENCES staff (id),
  told_channel TEXT,
  told_at INTEGER,
  -- Put aside on Today until this day; the promise's own day does not move by it.
  snoozed_until TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  -- No end without its outcome; none but a broken one without the customer having been told.
  CHECK (status = 'open' OR (outcome IS NOT NULL AND closed_at IS NOT NULL AND closed_by IS NOT NULL)),
  CHECK (status IN ('open', 'broken') OR (told_channel IS NOT NULL AND told_at IS NOT NULL)),
  CHECK (status <> 'broken' OR broken_reason IS NOT NULL)
) STRICT;
CREATE INDEX promises_by_customer ON promises (customer_id, made_at);
CREATE INDEX promises_by_due ON promises (due_on, id) WHERE status = 'open';
CREATE INDEX promises_by_owner ON promises (owner_id, due_on) WHERE status = 'open';
CREATE INDEX promises_by_closing ON promises (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX promises_by_origin ON promises (origin_kind, origin_id) WHERE origin_id IS NOT NULL;

-- How a promise came to stand as it does: made, moved, handed over, snoozed, closed, reopened. Append-only.
CREATE TABLE promise_events (
  id TEXT NOT NULL PRIMARY KEY,
  promise_id TEXT NOT NULL REFERENCES promises (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL,
  reason TEXT,
  -- What was before and after, by name: the day, the owner, the outcome.
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX promise_events_by_promise ON promise_events (promise_id, id);
CREATE TRIGGER promise_events_no_update BEFORE UPDATE ON promise_events
BEGIN SELECT RAISE(ABORT, 'promise_events is append-only'); END;
CREATE TRIGGER promise_events_no_delete BEFORE DELETE ON promise_events
BEGIN SELECT RAISE(ABORT, 'promise_events is append-only'); END;
