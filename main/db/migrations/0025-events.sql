-- Events of the shop with their guests, and the customers' own events (standard L7).

CREATE TABLE events (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  -- The civil days in the shop's time zone, so that a list never depends on the reader's.
  starts_on TEXT NOT NULL,
  -- Answers are asked for by this day.
  answer_by TEXT NOT NULL,
  -- Persons the place holds; null where nobody counts.
  capacity INTEGER CHECK (capacity > 0),
  -- In which it is held.
  language TEXT NOT NULL,
  -- What it is about, as it stands in the invitation.
  words TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL,
  budget_minor INTEGER CHECK (budget_minor >= 0),
  spent_minor INTEGER CHECK (spent_minor >= 0),
  owner_id TEXT NOT NULL REFERENCES staff (id),
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'cancelled')),
  cancelled_at INTEGER,
  cancelled_by TEXT REFERENCES staff (id),
  cancel_reason TEXT,
  -- Persons at the door whose names nobody asked.
  unnamed_persons INTEGER NOT NULL DEFAULT 0 CHECK (unnamed_persons >= 0),
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  CHECK (ends_at > starts_at),
  CHECK (answer_by <= starts_on),
  CHECK (status = 'planned' OR (cancelled_at IS NOT NULL AND cancelled_by IS NOT NULL AND cancel_reason IS NOT NULL))
) STRICT;
CREATE INDEX events_by_start ON events (starts_on, id);

-- Who is on the list of an event and how it stands with them. A customer stands once on one list.
CREATE TABLE event_guests (
  id TEXT NOT NULL PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES events (id),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  -- On the invitation, as a barcode for the door.
  number TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL CHECK (source IN ('segment', 'added', 'walk-in')),
  segment_id TEXT,
  added_by TEXT NOT NULL REFERENCES staff (id),
  added_at INTEGER NOT NULL,
  -- 'in-person' where it was said face to face.
  invited_channel TEXT,
  invited_at INTEGER,
  reply TEXT CHECK (reply IN ('coming', 'maybe', 'not-coming')),
  -- With whom they come, themselves included.
  persons INTEGER CHECK (persons BETWEEN 1 AND 20),
  reply_at INTEGER,
  reply_how TEXT,
  arrived_at INTEGER,
  arrived_persons INTEGER CHECK (arrived_persons BETWEEN 1 AND 20),
  -- What came of it afterwards: a promise, or nothing needed.
  follow_up TEXT CHECK (follow_up IN ('promise', 'none')),
  promise_id TEXT REFERENCES promises (id),
  -- Told that the event does not take place.
  told_at INTEGER,
  told_channel TEXT,
  note TEXT NOT NULL DEFAULT '',
  -- Taken off the list before anything was sent.
  removed_at INTEGER,
  updated_at INTEGER NOT NULL,
  UNIQUE (event_id, customer_id),
  CHECK ((invited_at IS NULL) = (invited_channel IS NULL)),
  CHECK (reply IS NULL OR (persons IS NOT NULL AND reply_at IS NOT NULL AND reply_how IS NOT NULL)),
  CHECK ((arrived_at IS NULL) = (arrived_persons IS NULL)),
  CHECK (coalesce(follow_up, 'none') <> 'promise' OR promise_id IS NOT NULL),
  CHECK ((told_at IS NULL) = (told_channel IS NULL)),
  CHECK (removed_at IS NULL OR (invited_at IS NULL AND reply IS NULL AND arrived_at IS NULL))
) STRICT;
CREATE INDEX event_guests_by_customer ON event_guests (customer_id, added_at);
CREATE INDEX event_guests_by_invitation ON event_guests (invited_at) WHERE invited_at IS NOT NULL;
CREATE INDEX event_guests_by_reply ON event_guests (reply_at) WHERE reply_at IS NOT NULL;
CREATE INDEX event_guests_by_arrival ON event_guests (arrived_at) WHERE arrived_at IS NOT NULL;

-- What happened with a guest: added, invited, replied, arrived, … Append-only.
CREATE TABLE event_steps (
  id TEXT NOT NULL PRIMARY KEY,
  guest_id TEXT NOT NULL REFERENCES event_guests (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('added', 'removed', 'invited', 'replied', 'arrived', 'arrival-undone', 'followed-up',
    'told')),
  -- By name: the way, the answer, how many persons.
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX event_steps_by_guest ON event_steps (guest_id, at, id);
CREATE TRIGGER event_steps_no_update BEFORE UPDATE ON event_steps
BEGIN SELECT RAISE(ABORT, 'event_steps is append-only'); END;
CREATE TRIGGER event_steps_no_delete BEFORE DELETE ON event_steps
BEGIN SELECT RAISE(ABORT, 'event_steps is append-only'); END;

-- What a customer celebrates or puts on: a wedding, the opening of an exhibition, the dinner of their club.
CREATE TABLE customer_events (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  held_on TEXT NOT NULL,
  -- What we know of it, and what might please.
  words TEXT NOT NULL DEFAULT '',
  -- Kept off Today and out of print: nobody is reminded of it in front of others.
  is_discreet INTEGER NOT NULL DEFAULT 0,
  owner_id TEXT NOT NULL REFERENCES staff (id),
  status TEXT NOT NULL DEFAULT 'noted' CHECK (status IN ('noted', 'marked', 'dropped')),
  -- What we did for it, or why nothing.
  outcome TEXT,
  closed_at INTEGER,
  closed_by TEXT REFERENCES staff (id),
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  CHECK (status = 'noted' OR (outcome IS NOT NULL AND closed_at IS NOT NULL AND closed_by IS NOT NULL))
) STRICT;
CREATE INDEX customer_events_by_customer ON customer_events (customer_id, held_on);
CREATE INDEX customer_events_open ON customer_events (held_on, id) WHERE status = 'noted';
