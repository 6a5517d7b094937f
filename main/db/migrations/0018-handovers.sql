-- Hand-overs: what one department asks of another about a customer, with one thread that both sides see.

CREATE TABLE handovers (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  item_id TEXT REFERENCES items (id),
  job_id TEXT REFERENCES service_jobs (id),
  from_department TEXT NOT NULL CHECK (from_department IN ('counter', 'service', 'management')),
  to_department TEXT NOT NULL CHECK (to_department IN ('counter', 'service', 'management')),
  subject TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- 'HH:MM' on the shop's clock; null means by the end of the day.
  due_time TEXT,
  is_discreet INTEGER NOT NULL DEFAULT 0,
  opened_by TEXT NOT NULL REFERENCES staff (id),
  opened_at INTEGER NOT NULL,
  closed_by TEXT REFERENCES staff (id),
  closed_at INTEGER,
  CHECK (from_department <> to_department),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;
CREATE INDEX handovers_by_customer ON handovers (customer_id, opened_at);
CREATE INDEX handovers_by_job ON handovers (job_id) WHERE job_id IS NOT NULL;
CREATE INDEX handovers_by_item ON handovers (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX handovers_open ON handovers (due_on, id) WHERE closed_at IS NULL;
CREATE INDEX handovers_by_closing ON handovers (closed_at) WHERE closed_at IS NOT NULL;

-- The thread: the question, the answers, the closing one. Append-only.
CREATE TABLE handover_messages (
  id TEXT NOT NULL PRIMARY KEY,
  handover_id TEXT NOT NULL REFERENCES handovers (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  department TEXT NOT NULL CHECK (department IN ('counter', 'service', 'management')),
  kind TEXT NOT NULL CHECK (kind IN ('asked', 'answered', 'closed', 'reopened')),
  body TEXT NOT NULL
) STRICT;
CREATE INDEX handover_messages_by_handover ON handover_messages (handover_id, id);
CREATE TRIGGER handover_messages_no_update BEFORE UPDATE ON handover_messages
BEGIN SELECT RAISE(ABORT, 'handover_messages is append-only'); END;
CREATE TRIGGER handover_messages_no_delete BEFORE DELETE ON handover_messages
BEGIN SELECT RAISE(ABORT, 'handover_messages is append-only'); END;
