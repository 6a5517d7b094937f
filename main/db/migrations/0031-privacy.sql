-- What people may ask about their own data (Personal Data (Privacy) Ordinance, Cap. 486), what was answered and refused, how
-- long data is kept, who was erased, and what went wrong.

CREATE TABLE privacy_requests (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  -- Null: somebody of whom nothing is on record.
  customer_id TEXT REFERENCES customers (id),
  kind TEXT NOT NULL CHECK (kind IN ('access', 'correction', 'objection', 'erasure')),
  -- Null where the customer on record asks for themselves: the name stands there.
  requester_name TEXT,
  asks_as TEXT NOT NULL CHECK (asks_as IN ('self', 'parent', 'representative')),
  -- What is asked for, in the requester's words; for a correction, what is wrong and what is right.
  what TEXT NOT NULL,
  received_on TEXT NOT NULL,
  received_how TEXT NOT NULL,
  -- What was seen to prove who asks. Never the number of a document.
  identity_seen TEXT,
  identity_seen_on TEXT,
  -- 40 days from receipt (ss. 19 and 23); stored, because a rule that changes later moves no clock that runs.
  due_on TEXT NOT NULL,
  language TEXT NOT NULL,
  fee_minor INTEGER NOT NULL DEFAULT 0 CHECK (fee_minor >= 0),
  currency TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'open'
    CHECK (status IN ('open', 'granted', 'partial', 'refused', 'nothing-held', 'withdrawn')),
  answered_on TEXT,
  answered_at INTEGER,
  answered_by TEXT REFERENCES staff (id),
  answered_how TEXT,
  -- What was done; for a partial answer and a refusal, the reasons in writing.
  answer TEXT,
  -- How the copy was handed over; null where there was none.
  copy_handed TEXT,
  copy_made_at INTEGER,
  -- JSON array of {name, toldOn}: who had been given the data within 12 months and was told of the correction.
  third_parties TEXT NOT NULL DEFAULT '[]',
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  -- Correcting costs nothing (s. 28).
  CHECK (kind = 'access' OR fee_minor = 0),
  CHECK (customer_id IS NOT NULL OR requester_name IS NOT NULL),
  CHECK ((status = 'open') = (answered_at IS NULL)),
  CHECK (status = 'open' OR (answered_on IS NOT NULL AND answered_by IS NOT NULL AND answered_how IS NOT NULL
    AND answer IS NOT NULL))
) STRICT;
CREATE INDEX privacy_requests_by_customer ON privacy_requests (customer_id, made_at) WHERE customer_id IS NOT NULL;
CREATE INDEX privacy_requests_open ON privacy_requests (due_on, id) WHERE status = 'open';
CREATE INDEX privacy_requests_by_receipt ON privacy_requests (made_at);
CREATE INDEX privacy_requests_by_answer ON privacy_requests (answered_at) WHERE answered_at IS NOT NULL;

-- The steps of a request in the order in which they were taken. Append-only.
CREATE TABLE privacy_request_events (
  id TEXT NOT NULL PRIMARY KEY,
  request_id TEXT NOT NULL REFERENCES privacy_requests (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('received', 'identity', 'fee', 'step', 'copy', 'letter', 'answered', 'erased')),
  words TEXT
) STRICT;
CREATE INDEX privacy_request_events_by_request ON privacy_request_events (request_id, id);

-- The log book of refusals (s. 27): kept four years. Says nothing about who asked; the number leads to the request.
CREATE TABLE refusal_log (
  id TEXT NOT NULL PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE REFERENCES privacy_requests (id),
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  ground TEXT NOT NULL,
  reasons TEXT NOT NULL,
  refused_on TEXT NOT NULL,
  keep_until TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX refusal_log_by_time ON refusal_log (at);
CREATE TRIGGER refusal_log_no_update BEFORE UPDATE ON refusal_log
BEGIN SELECT RAISE(ABORT, 'refusal_log is append-only'); END;

-- How long what is kept: the manager's rules, a row a version; the ones that come with the app are version 0 and live there.
CREATE TABLE retention_rules (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- Null: kept without end.
  months INTEGER CHECK (months > 0),
  reason TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL REFERENCES staff (id),
  UNIQUE (kind, version)
) STRICT;
CREATE TRIGGER retention_rules_no_update BEFORE UPDATE ON retention_rules
BEGIN SELECT RAISE(ABORT, 'retention_rules is append-only'); END;
CREATE TRIGGER retention_rules_no_delete BEFORE DELETE ON retention_rules
BEGIN SELECT RAISE(ABORT, 'retention_rules is append-only'); END;

CREATE TABLE retention_runs (
  id TEXT NOT NULL PRIMARY KEY,
  started_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'cancelled')),
  -- JSON object: kind to how many went.
  removed TEXT NOT NULL
) STRICT;
CREATE INDEX retention_runs_by_time ON retention_runs (started_at);
CREATE TRIGGER retention_runs_no_update BEFORE UPDATE ON retention_runs
BEGIN SELECT RAISE(ABORT, 'retention_runs is append-only'); END;
CREATE TRIGGER retention_runs_no_delete BEFORE DELETE ON retention_runs
BEGIN SELECT RAISE(ABORT, 'retention_runs is append-only'); END;

-- Whose data was erased: ids only. Outlives a restore (it is carried into the older copy and applied there), hence without
-- references to what the copy may not know.
CREATE TABLE erasures (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  staff_id TEXT,
  cause TEXT NOT NULL CHECK (cause IN ('request', 'retention')),
  request_id TEXT,
  -- JSON object: table to how many of its rows went or were made anonymous.
  counts TEXT NOT NULL
) STRICT;
CREATE INDEX erasures_by_time ON erasures (at);
CREATE TRIGGER erasures_no_update BEFORE UPDATE ON erasures
BEGIN SELECT RAISE(ABORT, 'erasures is append-only'); END;
CREATE TRIGGER erasures_no_delete BEFORE DELETE ON erasures
BEGIN SELECT RAISE(ABORT, 'erasures is append-only'); END;

-- The keyed hashes of an erased person's contacts (as on the suppression list): an import must not bring the person back, and
-- a complaint about a message sent earlier can still be matched with what had been consented to.
CREATE TABLE erasure_contacts (
  erasure_id TEXT NOT NULL REFERENCES erasures (id),
  hash TEXT NOT NULL,
  PRIMARY KEY (erasure_id, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX erasure_contacts_by_hash ON erasure_contacts (hash);

-- Whose rows the transaction that is running erases; empty outside of it. What is append-only lets go of nothing else.
CREATE TABLE erasing (
  customer_id TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
-- Records without a customer whose time has run out, while a retention run takes them away; empty outside of it.
CREATE TABLE expiring (
  id TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Erased stays erased, whatever wants to put something back: an undo, an import, an edit.
CREATE TRIGGER customers_stay_erased BEFORE UPDATE ON customers
WHEN EXISTS (SELECT 1 FROM erasures e WHERE e.customer_id = OLD.id)
  AND NOT EXISTS (SELECT 1 FROM erasing x WHERE x.customer_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'an erased customer stays erased'); END;

CREATE TRIGGER privacy_request_events_no_update BEFORE UPDATE ON privacy_request_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN privacy_requests r ON r.customer_id = e.customer_id WHERE r.id = OLD.request_id)
BEGIN SELECT RAISE(ABORT, 'privacy_request_events is append-only'); END;
CREATE TRIGGER privacy_request_events_no_delete BEFORE DELETE ON privacy_request_events
WHEN NOT EXISTS (SELECT 1 FROM expiring WHERE id = OLD.request_id)
BEGIN SELECT RAISE(ABORT, 'privacy_request_events is append-only'); END;
CREATE TRIGGER refusal_log_no_delete BEFORE DELETE ON refusal_log
WHEN NOT EXISTS (SELECT 1 FROM expiring WHERE id = OLD.request_id)
BEGIN SELECT RAISE(ABORT, 'refusal_log is append-only'); END;
CREATE TRIGGER privacy_requests_no_delete BEFORE DELETE ON privacy_requests
WHEN NOT EXISTS (SELECT 1 FROM expiring WHERE id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'privacy_requests are kept'); END;
-- Its clock starts with its receipt and nothing moves it.
CREATE TRIGGER privacy_requests_no_edit BEFORE UPDATE OF id, number, kind, received_on, due_on, made_by, made_at ON privacy_requests
BEGIN SELECT RAISE(ABORT, 'a request stays as it was received'); END;
CREATE TRIGGER privacy_requests_no_unanswer BEFORE UPDATE OF status ON privacy_requests
WHEN OLD.status <> 'open'
BEGIN SELECT RAISE(ABORT, 'an answered request stays answered'); END;

-- Loss, theft, a letter to the wrong person: what happened, whose data in figures, what was done. No name of anybody.
CREATE TABLE incidents (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  happened_on TEXT NOT NULL,
  noticed_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('lost', 'stolen', 'wrong-recipient', 'unlawful-access', 'disclosed', 'damaged', 'other')),
  what TEXT NOT NULL,
  -- Which kinds of data, and of how many people.
  data_kinds TEXT NOT NULL,
  people INTEGER NOT NULL CHECK (people >= 0),
  measures TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  closed_on TEXT,
  lesson TEXT,
  closed_by TEXT REFERENCES staff (id),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((closed_on IS NULL) = (lesson IS NULL))
) STRICT;
CREATE INDEX incidents_by_time ON incidents (made_at);
CREATE TRIGGER incidents_no_delete BEFORE DELETE ON incidents
BEGIN SELECT RAISE(ABORT, 'incidents are kept'); END;

-- Who was told, when and how; and what was done after the first measures. Append-only.
CREATE TABLE incident_events (
  id TEXT NOT NULL PRIMARY KEY,
  incident_id TEXT NOT NULL REFERENCES incidents (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('told', 'measure', 'letter', 'closed')),
  -- Of 'told': the Commissioner, the people concerned, the police, head office.
  whom TEXT CHECK (whom IN ('commissioner', 'people', 'police', 'head-office')),
  on_day TEXT NOT NULL,
  words TEXT NOT NULL,
  CHECK ((kind = 'told') = (whom IS NOT NULL))
) STRICT;
CREATE INDEX incident_events_by_incident ON incident_events (incident_id, id);
CREATE TRIGGER incident_events_no_update BEFORE UPDATE ON incident_events
BEGIN SELECT RAISE(ABORT, 'incident_events is append-only'); END;
CREATE TRIGGER incident_events_no_delete BEFORE DELETE ON incident_events
BEGIN SELECT RAISE(ABORT, 'incident_events is append-only'); END;
