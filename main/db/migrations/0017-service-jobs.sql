-- Service jobs: what a customer left with the shop to be looked after, from the signed intake to the signed collection.

CREATE TABLE service_jobs (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  item_id TEXT NOT NULL REFERENCES items (id),
  -- The item as it was called at intake: a receipt must not change because the item was renamed.
  item_name TEXT NOT NULL,
  -- As read off the item at intake; null where it carries none.
  serial_seen TEXT,
  serial_check TEXT NOT NULL CHECK (serial_check IN ('match', 'differs', 'noted', 'none')),
  words TEXT NOT NULL,
  -- JSON array of codes, see shared/domain/service-jobs.ts.
  symptoms TEXT NOT NULL DEFAULT '[]',
  -- JSON: the outline and the points marked on it.
  condition TEXT NOT NULL,
  declared_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  may_open INTEGER NOT NULL,
  may_go_abroad INTEGER NOT NULL,
  wants_polish INTEGER NOT NULL,
  needs_water_test INTEGER NOT NULL,
  -- How the customer can be reached, read back to them at intake.
  contact_verified TEXT NOT NULL,
  signature TEXT NOT NULL,
  language TEXT NOT NULL,
  is_discreet INTEGER NOT NULL DEFAULT 0,
  -- The day promised stands in the ledger, and only there.
  promise_id TEXT NOT NULL REFERENCES promises (id),
  intake_by TEXT NOT NULL REFERENCES staff (id),
  intake_at INTEGER NOT NULL,
  -- What the events come to; kept here for the board.
  stage TEXT NOT NULL,
  holder TEXT NOT NULL CHECK (holder IN ('counter', 'desk', 'workshop', 'customer')),
  holder_name TEXT,
  is_repaired INTEGER,
  estimate_minor INTEGER,
  estimate_valid_until TEXT,
  ready_at INTEGER,
  told_at INTEGER,
  ended_at INTEGER,
  warranty_end TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  -- The customer holds it exactly when the job has ended.
  CHECK ((holder = 'customer') = (ended_at IS NOT NULL)),
  CHECK ((stage IN ('collected', 'returned')) = (ended_at IS NOT NULL))
) STRICT;
CREATE INDEX service_jobs_by_customer ON service_jobs (customer_id, intake_at);
CREATE INDEX service_jobs_by_item ON service_jobs (item_id);
CREATE INDEX service_jobs_by_promise ON service_jobs (promise_id);
CREATE INDEX service_jobs_open ON service_jobs (stage, ready_at, told_at) WHERE ended_at IS NULL;
CREATE INDEX service_jobs_by_end ON service_jobs (ended_at) WHERE ended_at IS NOT NULL;

-- Every step of a job, with who holds the item after it. Append-only.
CREATE TABLE service_job_events (
  id TEXT NOT NULL PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES service_jobs (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  step TEXT NOT NULL,
  stage TEXT NOT NULL,
  holder TEXT NOT NULL CHECK (holder IN ('counter', 'desk', 'workshop', 'customer')),
  holder_name TEXT,
  -- JSON of the step's own facts: an amount, a test's result, who approved and how, a signature.
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX service_job_events_by_job ON service_job_events (job_id, id);
CREATE TRIGGER service_job_events_no_update BEFORE UPDATE ON service_job_events
BEGIN SELECT RAISE(ABORT, 'service_job_events is append-only'); END;
CREATE TRIGGER service_job_events_no_delete BEFORE DELETE ON service_job_events
BEGIN SELECT RAISE(ABORT, 'service_job_events is append-only'); END;

-- Photographs taken at intake and later: evidence of the condition, never replaced.
CREATE TABLE service_job_photos (
  id TEXT NOT NULL PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES service_jobs (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  side TEXT NOT NULL CHECK (side IN ('front', 'back', 'other')),
  mime TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX service_job_photos_by_job ON service_job_photos (job_id, id);
CREATE TRIGGER service_job_photos_no_update BEFORE UPDATE ON service_job_photos
BEGIN SELECT RAISE(ABORT, 'service_job_photos is append-only'); END;
CREATE TRIGGER service_job_photos_no_delete BEFORE DELETE ON service_job_photos
BEGIN SELECT RAISE(ABORT, 'service_job_photos is append-only'); END;
