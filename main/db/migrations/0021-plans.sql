-- How often the shop speaks with whom: a plan per tier or customer, follow-ups that rules make after a purchase or a repair,
-- and duties on Today that were put off or given to a colleague.

-- The manager's plan per VIP tier; the last row of a tier is in force. Append-only.
CREATE TABLE tier_plans (
  id TEXT NOT NULL PRIMARY KEY,
  tier TEXT NOT NULL,
  -- 'off': members of this tier are not contacted by plan.
  kind TEXT NOT NULL CHECK (kind IN ('every', 'off')),
  every INTEGER CHECK (every BETWEEN 1 AND 365),
  unit TEXT CHECK (unit IN ('days', 'weeks', 'months')),
  -- Null: as the customer prefers.
  channel TEXT,
  purpose TEXT NOT NULL CHECK (purpose IN ('service', 'selling')),
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  CHECK ((kind = 'every') = (every IS NOT NULL AND unit IS NOT NULL))
) STRICT;
CREATE INDEX tier_plans_by_tier ON tier_plans (tier, made_at);
CREATE TRIGGER tier_plans_no_update BEFORE UPDATE ON tier_plans
BEGIN SELECT RAISE(ABORT, 'tier_plans is append-only'); END;
CREATE TRIGGER tier_plans_no_delete BEFORE DELETE ON tier_plans
BEGIN SELECT RAISE(ABORT, 'tier_plans is append-only'); END;

-- What was agreed with one customer; it goes before the tier's, and the last row is in force. Append-only, but for the
-- customer it belongs to (a merge).
CREATE TABLE contact_plans (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  -- 'tier': as the tier's again; 'off': this customer wants to be left alone.
  kind TEXT NOT NULL CHECK (kind IN ('every', 'off', 'tier')),
  every INTEGER CHECK (every BETWEEN 1 AND 365),
  unit TEXT CHECK (unit IN ('days', 'weeks', 'months')),
  -- Null: as the customer prefers.
  channel TEXT,
  -- Null: the hours on the customer's record.
  hours TEXT,
  purpose TEXT NOT NULL CHECK (purpose IN ('service', 'selling')),
  note TEXT,
  set_by TEXT NOT NULL REFERENCES staff (id),
  set_at INTEGER NOT NULL,
  CHECK ((kind = 'every') = (every IS NOT NULL AND unit IS NOT NULL))
) STRICT;
CREATE INDEX contact_plans_by_customer ON contact_plans (customer_id, set_at, id);
CREATE TRIGGER contact_plans_no_update BEFORE UPDATE OF id, kind, every, unit, channel, hours, purpose, note, set_by, set_at
ON contact_plans
BEGIN SELECT RAISE(ABORT, 'contact_plans is append-only'); END;
CREATE TRIGGER contact_plans_no_delete BEFORE DELETE ON contact_plans
BEGIN SELECT RAISE(ABORT, 'contact_plans is append-only'); END;

-- Everybody whom a plan may be about, and since when it counts. Real contact is what shared/domain/conversations.ts says it
-- is, or a purchase; without any, the plan counts from the day they came into it.
CREATE VIEW contact_clock_now AS
SELECT c.id AS customer_id,
  CASE WHEN p.kind = 'every' THEN 'own ' || p.every || ' ' || p.unit ELSE 'tier ' || m.tier END AS plan,
  c.primary_advisor_id AS advisor_id,
  coalesce(
    nullif(max(
      coalesce((SELECT max(v.at) FROM conversations v
        WHERE v.customer_id = c.id AND (v.direction = 'in' OR v.outcome = 'talked')), 0),
      coalesce((SELECT t.last_sale_at FROM customer_totals t WHERE t.customer_id = c.id), 0)), 0),
    CASE WHEN p.kind = 'every' THEN p.set_at ELSE m.created_at END) AS from_at
FROM customers c
LEFT JOIN contact_plans p ON p.id =
  (SELECT x.id FROM contact_plans x WHERE x.customer_id = c.id ORDER BY x.set_at DESC, x.id DESC LIMIT 1)
LEFT JOIN vip_memberships m ON m.id =
  (SELECT x.id FROM vip_memberships x WHERE x.customer_id = c.id AND x.ended_on IS NULL
   ORDER BY x.created_at DESC, x.id DESC LIMIT 1)
WHERE c.deleted_at IS NULL AND c.merged_into_id IS NULL AND coalesce(p.kind, 'tier') <> 'off'
  AND (p.kind = 'every' OR m.id IS NOT NULL);

-- The view above, kept: whoever is due is found by plan and time without reading a million customers. The triggers below
-- keep it, so that no feature can forget to.
CREATE TABLE contact_clock (
  customer_id TEXT NOT NULL PRIMARY KEY REFERENCES customers (id),
  plan TEXT NOT NULL,
  advisor_id TEXT,
  from_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_clock_by_plan ON contact_clock (plan, from_at, customer_id);
CREATE INDEX contact_clock_by_advisor ON contact_clock (advisor_id, plan, from_at, customer_id);

CREATE TRIGGER contact_clock_plan AFTER INSERT ON contact_plans BEGIN
  DELETE FROM contact_clock WHERE customer_id = NEW.customer_id;
  INSERT INTO contact_clock SELECT * FROM contact_clock_now WHERE customer_id = NEW.customer_id;
END;
CREATE TRIGGER contact_clock_plan_moved AFTER UPDATE OF customer_id ON contact_plans BEGIN
  DELETE FROM contact_clock WHERE customer_id IN (OLD.customer_id, NEW.customer_id);
  INSERT INTO contact_clock SELECT * FROM contact_clock_now WHERE customer_id = OLD.customer_id;
  INSERT OR REPLACE INTO contact_clock SELECT * FROM contact_clock_now WHERE customer_id = NEW.customer_id;
END;
CREATE TRIGGER contact_clock_member AFTER INSERT ON vip_memberships BEGIN
  DELETE FROM contact_clock WHERE customer_id = NEW.customer_id;
  INSERT INTO contact_clock SELECT * FROM contact_clock_now WHERE customer_id = NEW.customer_id;
END;
CREATE TRIGGER contact_clock_member_changed AFTER UPDATE OF customer_id, tier, ended_on, created_at ON vip_memberships BEGIN
  DELETE FROM contact_clock WHERE customer_id IN (OLD.customer_id, NEW.customer_id);
  INSERT INTO contact_clock SELECT * FROM contact_clock_now WHERE customer_id = OLD.customer_id;
  INSERT OR REPLACE INTO contact_clock SELECT * FROM contact_clock_now WHERE customer_id = NEW.customer_id;
END;
CREATE TRIGGER contact_clock_customer AFTER UPDATE OF primary_advisor_id, deleted_at, merged_into_id ON customers
WHEN NEW.primary_advisor_id IS NOT OLD.primary_advisor_id OR NEW.deleted_at IS NOT OLD.deleted_at
  OR NEW.merged_into_id IS NOT OLD.merged_into_id
BEGIN
  DELETE FROM contact_clock WHERE customer_id = NEW.id;
  INSERT INTO contact_clock SELECT * FROM contact_clock_now WHERE customer_id = NEW.id;
END;
CREATE TRIGGER contact_clock_talk AFTER INSERT ON conversations WHEN NEW.direction = 'in' OR NEW.outcome = 'talked' BEGIN
  UPDATE contact_clock SET from_at = (SELECT from_at FROM contact_clock_now WHERE customer_id = NEW.customer_id)
  WHERE customer_id = NEW.customer_id;
END;
CREATE TRIGGER contact_clock_talk_changed AFTER UPDATE OF customer_id, at, direction, outcome ON conversations BEGIN
  UPDATE contact_clock SET from_at = (SELECT n.from_at FROM contact_clock_now n WHERE n.customer_id = contact_clock.customer_id)
  WHERE customer_id IN (OLD.customer_id, NEW.customer_id);
END;
CREATE TRIGGER contact_clock_first_sale AFTER INSERT ON customer_totals BEGIN
  UPDATE contact_clock SET from_at = (SELECT from_at FROM contact_clock_now WHERE customer_id = NEW.customer_id)
  WHERE customer_id = NEW.customer_id;
END;
CREATE TRIGGER contact_clock_sale AFTER UPDATE OF last_sale_at ON customer_totals
WHEN NEW.last_sale_at IS NOT OLD.last_sale_at
BEGIN
  UPDATE contact_clock SET from_at = (SELECT from_at FROM contact_clock_now WHERE customer_id = NEW.customer_id)
  WHERE customer_id = NEW.customer_id;
END;
CREATE TRIGGER contact_clock_no_sale AFTER DELETE ON customer_totals BEGIN
  UPDATE contact_clock SET from_at = (SELECT from_at FROM contact_clock_now WHERE customer_id = OLD.customer_id)
  WHERE customer_id = OLD.customer_id;
END;
INSERT INTO contact_clock
SELECT * FROM contact_clock_now WHERE customer_id IN (SELECT customer_id FROM vip_memberships WHERE ended_on IS NULL);

-- What follows a purchase or a repair by itself: every wording and number of a rule is a version, and each follow-up names the
-- one it came from. Append-only.
CREATE TABLE follow_up_rules (
  id TEXT NOT NULL PRIMARY KEY,
  rule_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('thank-you', 'fit-check', 'care', 'anniversary', 'other')),
  -- The manager's own name for it; null: the word of its kind.
  name TEXT,
  after TEXT NOT NULL CHECK (after IN ('purchase', 'repair')),
  delay INTEGER NOT NULL CHECK (delay BETWEEN 0 AND 1100),
  unit TEXT NOT NULL CHECK (unit IN ('days', 'weeks', 'months')),
  -- JSON array of the catalogue's categories; empty: everything.
  categories TEXT NOT NULL DEFAULT '[]',
  -- Null: as the customer prefers.
  channel TEXT,
  who TEXT NOT NULL CHECK (who IN ('seller', 'advisor')),
  purpose TEXT NOT NULL CHECK (purpose IN ('service', 'selling')),
  is_on INTEGER NOT NULL,
  -- Civil date: what was bought before it makes no follow-up.
  starts_on TEXT NOT NULL,
  made_by TEXT REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  UNIQUE (rule_id, version)
) STRICT;
CREATE TRIGGER follow_up_rules_no_update BEFORE UPDATE ON follow_up_rules
BEGIN SELECT RAISE(ABORT, 'follow_up_rules is append-only'); END;
CREATE TRIGGER follow_up_rules_no_delete BEFORE DELETE ON follow_up_rules
BEGIN SELECT RAISE(ABORT, 'follow_up_rules is append-only'); END;

CREATE TABLE follow_ups (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  -- The version of the rule that made it.
  rule_version_id TEXT NOT NULL REFERENCES follow_up_rules (id),
  sale_id TEXT REFERENCES sales (id),
  job_id TEXT REFERENCES service_jobs (id),
  -- What was bought or repaired, as the counter called it then.
  about TEXT NOT NULL,
  due_on TEXT NOT NULL,
  owner_id TEXT NOT NULL REFERENCES staff (id),
  is_discreet INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'skipped', 'dropped')),
  -- A word of what came of it, or why it was skipped; 'dropped' is the app's: what it followed was taken back.
  words TEXT,
  conversation_id TEXT REFERENCES conversations (id),
  made_at INTEGER NOT NULL,
  closed_at INTEGER,
  closed_by TEXT REFERENCES staff (id),
  CHECK ((sale_id IS NULL) <> (job_id IS NULL)),
  CHECK ((status = 'open') = (closed_at IS NULL)),
  CHECK (status <> 'done' OR words IS NOT NULL OR conversation_id IS NOT NULL),
  CHECK (status <> 'skipped' OR words IS NOT NULL)
) STRICT;
CREATE INDEX follow_ups_by_customer ON follow_ups (customer_id, due_on);
CREATE INDEX follow_ups_by_due ON follow_ups (due_on, id) WHERE status = 'open';
CREATE INDEX follow_ups_by_owner ON follow_ups (owner_id, due_on, id) WHERE status = 'open';
CREATE INDEX follow_ups_by_sale ON follow_ups (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX follow_ups_by_closing ON follow_ups (closed_at) WHERE closed_at IS NOT NULL;

-- The rules that come with the app; the manager's own numbers become the next versions. They begin with what is sold after
-- this database knows them.
INSERT INTO follow_up_rules (id, rule_id, version, kind, after, delay, unit, categories, who, purpose, is_on, starts_on, made_at)
VALUES
  ('follow-up-thank-you-1', 'follow-up-thank-you', 1, 'thank-you', 'purchase', 3, 'days', '[]', 'seller', 'service', 1, '2000-01-01', 0),
  ('follow-up-fit-check-1', 'follow-up-fit-check', 1, 'fit-check', 'purchase', 14, 'days', '["watch","strap"]', 'seller', 'service', 1, '2000-01-01', 0),
  ('follow-up-care-1', 'follow-up-care', 1, 'care', 'purchase', 180, 'days', '["watch"]', 'advisor', 'selling', 1, '2000-01-01', 0),
  ('follow-up-anniversary-1', 'follow-up-anniversary', 1, 'anniversary', 'purchase', 11, 'months', '["watch"]', 'advisor', 'selling', 1, '2000-01-01', 0),
  ('follow-up-repair-1', 'follow-up-repair', 1, 'care', 'repair', 14, 'days', '[]', 'advisor', 'service', 1, '2000-01-01', 0);

-- A duty that was put off or given to a colleague, whatever kind it is of. A duty that comes again (a birthday, the next
-- contact) is another one when its day is another one.
CREATE TABLE duty_moves (
  id TEXT NOT NULL PRIMARY KEY,
  duty_kind TEXT NOT NULL,
  duty_id TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  due_on TEXT,
  -- Shown again on this day.
  snoozed_until TEXT,
  assigned_to TEXT REFERENCES staff (id),
  reason TEXT,
  moved_by TEXT NOT NULL REFERENCES staff (id),
  moved_at INTEGER NOT NULL,
  UNIQUE (duty_kind, duty_id)
) STRICT;
CREATE INDEX duty_moves_by_customer ON duty_moves (customer_id);
CREATE INDEX duty_moves_by_colleague ON duty_moves (assigned_to, moved_at) WHERE assigned_to IS NOT NULL;
CREATE INDEX duty_moves_by_day ON duty_moves (snoozed_until) WHERE snoozed_until IS NOT NULL;

-- Each move, with its reason. Append-only.
CREATE TABLE duty_move_events (
  id TEXT NOT NULL PRIMARY KEY,
  move_id TEXT NOT NULL REFERENCES duty_moves (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('snoozed', 'woken', 'reassigned', 'returned')),
  reason TEXT,
  -- The day, or the colleague.
  detail TEXT
) STRICT;
CREATE INDEX duty_move_events_by_move ON duty_move_events (move_id, id);
CREATE TRIGGER duty_move_events_no_update BEFORE UPDATE ON duty_move_events
BEGIN SELECT RAISE(ABORT, 'duty_move_events is append-only'); END;
CREATE TRIGGER duty_move_events_no_delete BEFORE DELETE ON duty_move_events
BEGIN SELECT RAISE(ABORT, 'duty_move_events is append-only'); END;
