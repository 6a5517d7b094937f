-- Review meetings with important customers (standard L5): planned, with an agenda from the record, held, with minutes
-- whose actions are promises. Not the manager's review list, which is in 0020.

CREATE TABLE review_meetings (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  planned_on TEXT NOT NULL,
  planned_time TEXT,
  place TEXT NOT NULL,
  -- JSON array of staff ids; the first leads.
  our_people TEXT NOT NULL,
  lead_id TEXT NOT NULL REFERENCES staff (id),
  their_people TEXT,
  -- In which the agenda is written and printed.
  language TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'held', 'cancelled')),
  held_on TEXT,
  customer_words TEXT,
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  -- When the next one is due, as it was settled when this one was held.
  next_on TEXT,
  -- The meeting that was planned after this one; while there is none, next_on is a duty.
  followed_by_id TEXT REFERENCES review_meetings (id),
  cancelled_reason TEXT,
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  closed_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  CHECK ((status = 'held') = (held_on IS NOT NULL)),
  CHECK ((status = 'cancelled') = (cancelled_reason IS NOT NULL)),
  CHECK ((status = 'planned') = (closed_at IS NULL))
) STRICT;
CREATE INDEX review_meetings_by_customer ON review_meetings (customer_id, planned_on);
-- Whether somebody was ever met is asked for every card of a tier: the index alone must answer.
CREATE INDEX review_meetings_standing ON review_meetings (customer_id) WHERE status <> 'cancelled';
CREATE INDEX review_meetings_planned ON review_meetings (planned_on) WHERE status = 'planned';
CREATE INDEX review_meetings_next ON review_meetings (next_on)
  WHERE status = 'held' AND followed_by_id IS NULL AND next_on IS NOT NULL;
CREATE INDEX review_meetings_by_making ON review_meetings (made_at);
CREATE INDEX review_meetings_closed ON review_meetings (closed_at) WHERE closed_at IS NOT NULL;
CREATE TRIGGER review_meetings_no_delete BEFORE DELETE ON review_meetings
BEGIN SELECT RAISE(ABORT, 'review meetings are kept'); END;
-- The minutes of a meeting that was held stay as they were written.
CREATE TRIGGER review_meetings_held BEFORE UPDATE OF status, held_on, customer_words, satisfaction, our_people,
  their_people, place ON review_meetings
WHEN OLD.status = 'held'
BEGIN SELECT RAISE(ABORT, 'a held review meeting is not rewritten'); END;

CREATE TABLE review_points (
  id TEXT NOT NULL PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review_meetings (id),
  position INTEGER NOT NULL,
  -- What of the record it came from, and which; 'own': somebody wrote it.
  source TEXT NOT NULL,
  source_id TEXT,
  words TEXT NOT NULL,
  -- Not for the customer's copy.
  is_internal INTEGER NOT NULL DEFAULT 0,
  -- On no paper at all.
  is_discreet INTEGER NOT NULL DEFAULT 0,
  -- 1: taken off the agenda; kept, so that the record does not bring it again.
  is_removed INTEGER NOT NULL DEFAULT 0,
  minutes TEXT,
  promise_id TEXT REFERENCES promises (id)
) STRICT;
CREATE INDEX review_points_by_review ON review_points (review_id, position);
CREATE TRIGGER review_points_no_update BEFORE UPDATE ON review_points
WHEN (SELECT status FROM review_meetings WHERE id = OLD.review_id) <> 'planned'
BEGIN SELECT RAISE(ABORT, 'the minutes of a review meeting are not rewritten'); END;
CREATE TRIGGER review_points_no_delete BEFORE DELETE ON review_points
WHEN (SELECT status FROM review_meetings WHERE id = OLD.review_id) <> 'planned'
BEGIN SELECT RAISE(ABORT, 'the minutes of a review meeting are not rewritten'); END;

-- How a meeting came to stand as it does: planned, moved, agenda, held, cancelled, revived. Append-only.
CREATE TABLE review_events (
  id TEXT NOT NULL PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review_meetings (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('planned', 'moved', 'changed', 'held', 'cancelled', 'revived')),
  reason TEXT,
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX review_events_by_review ON review_events (review_id, id);
CREATE TRIGGER review_events_no_update BEFORE UPDATE ON review_events
BEGIN SELECT RAISE(ABORT, 'review_events is append-only'); END;
CREATE TRIGGER review_events_no_delete BEFORE DELETE ON review_events
BEGIN SELECT RAISE(ABORT, 'review_events is append-only'); END;
