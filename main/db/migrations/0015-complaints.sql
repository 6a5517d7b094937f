-- A complaint is a case: received, answered and resolved against two clocks, with an owner, a remedy and its cost, and
-- closed only when the customer was told (standard V4).

CREATE TABLE complaints (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  source TEXT NOT NULL,
  about TEXT NOT NULL,
  what TEXT NOT NULL,
  -- What it is about, where that is known.
  sale_id TEXT REFERENCES sales (id),
  item_id TEXT REFERENCES items (id),
  about_staff_id TEXT REFERENCES staff (id),
  severity TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  received_by TEXT NOT NULL REFERENCES staff (id),
  owner_id TEXT NOT NULL REFERENCES staff (id),
  -- By the shop's rules on the day the severity was set; a later change of the rules moves no clock that runs.
  respond_by INTEGER NOT NULL,
  resolve_by INTEGER NOT NULL,
  responded_at INTEGER,
  is_discreet INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
  escalated_at INTEGER,
  remedy TEXT,
  remedy_state TEXT CHECK (remedy_state IN ('proposed', 'agreed')),
  -- In minor units of the shop's currency on that day.
  remedy_cost_minor INTEGER CHECK (remedy_cost_minor >= 0),
  currency TEXT NOT NULL,
  -- The highest cost that a manager allowed beyond what the role may grant by itself.
  approved_minor INTEGER,
  approved_by TEXT REFERENCES staff (id),
  told_channel TEXT,
  told_at INTEGER,
  told_what TEXT,
  cause_code TEXT,
  cause TEXT,
  lesson TEXT,
  closed_at INTEGER,
  closed_by TEXT REFERENCES staff (id),
  -- How satisfied the customer is with how it was handled, asked afterwards.
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  CHECK (remedy IS NULL OR (remedy_state IS NOT NULL AND remedy_cost_minor IS NOT NULL)),
  CHECK (status = 'open' OR (closed_at IS NOT NULL AND closed_by IS NOT NULL AND cause_code IS NOT NULL
    AND told_channel IS NOT NULL AND told_at IS NOT NULL AND told_what IS NOT NULL))
) STRICT;
CREATE INDEX complaints_by_customer ON complaints (customer_id, received_at);
CREATE INDEX complaints_open ON complaints (resolve_by, id) WHERE status = 'open';
CREATE INDEX complaints_by_receipt ON complaints (received_at);
CREATE INDEX complaints_by_closing ON complaints (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX complaints_by_sale ON complaints (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX complaints_by_item ON complaints (item_id) WHERE item_id IS NOT NULL;

-- The steps of a case, in the order in which they were taken. Append-only.
CREATE TABLE complaint_events (
  id TEXT NOT NULL PRIMARY KEY,
  complaint_id TEXT NOT NULL REFERENCES complaints (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL,
  words TEXT,
  -- Figures and names of the step: the cost, the new owner, the channel.
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX complaint_events_by_complaint ON complaint_events (complaint_id, id);
CREATE TRIGGER complaint_events_no_update BEFORE UPDATE ON complaint_events
BEGIN SELECT RAISE(ABORT, 'complaint_events is append-only'); END;
CREATE TRIGGER complaint_events_no_delete BEFORE DELETE ON complaint_events
BEGIN SELECT RAISE(ABORT, 'complaint_events is append-only'); END;
