-- Gifts of the shop to its customers (standard L6): what there is to give, what it costs, how many lie in the drawer, how
-- much may be given to whom in a year, and who received what, when and for what.

CREATE TABLE gift_kinds (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  chinese_name TEXT,
  words TEXT,
  -- What one costs the shop today; a gift keeps what it cost on its day.
  cost_minor INTEGER NOT NULL CHECK (cost_minor >= 0),
  currency TEXT NOT NULL,
  -- The sum of the movements, kept by the trigger below.
  stock INTEGER NOT NULL DEFAULT 0 CHECK (stock >= 0),
  -- At this number or fewer the shop is warned.
  low_at INTEGER NOT NULL DEFAULT 3 CHECK (low_at >= 0),
  -- JSON arrays: the occasions it is meant for (none: any), and the tastes it answers.
  occasions TEXT NOT NULL DEFAULT '[]',
  tastes TEXT NOT NULL DEFAULT '[]',
  picture_mime TEXT,
  picture BLOB,
  retired_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  CHECK ((picture IS NULL) = (picture_mime IS NULL))
) STRICT;

-- How much may be given to one customer in a calendar year, by tier, and when a gift is customary: dated versions.
CREATE TABLE gift_policies (
  version INTEGER NOT NULL PRIMARY KEY,
  effective_on TEXT NOT NULL,
  -- JSON: {"withoutCard": minor, "tiers": {tier: minor}}.
  limits TEXT NOT NULL,
  -- JSON: {occasion: [tier, …]}.
  customary TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER gift_policies_no_update BEFORE UPDATE ON gift_policies
BEGIN SELECT RAISE(ABORT, 'gift_policies is append-only'); END;
CREATE TRIGGER gift_policies_no_delete BEFORE DELETE ON gift_policies
BEGIN SELECT RAISE(ABORT, 'gift_policies is append-only'); END;

CREATE TABLE gifts (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  gift_kind_id TEXT NOT NULL REFERENCES gift_kinds (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  -- Of all of them together, on that day.
  cost_minor INTEGER NOT NULL CHECK (cost_minor >= 0),
  currency TEXT NOT NULL,
  given_on TEXT NOT NULL,
  given_by TEXT NOT NULL REFERENCES staff (id),
  occasion TEXT NOT NULL,
  what_for TEXT,
  handed_over TEXT NOT NULL,
  is_discreet INTEGER NOT NULL DEFAULT 0,
  -- What the limit said on that day: tier, version of the policy, limit, and what had been given in the year before.
  tier TEXT,
  policy_version INTEGER NOT NULL,
  limit_minor INTEGER NOT NULL,
  given_before_minor INTEGER NOT NULL,
  is_past_limit INTEGER NOT NULL,
  limit_reason TEXT,
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  taken_back_at INTEGER,
  taken_back_by TEXT REFERENCES staff (id),
  taken_back_reason TEXT,
  CHECK (is_past_limit = (given_before_minor + cost_minor > limit_minor)),
  CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL) AND (taken_back_at IS NULL) = (taken_back_reason IS NULL))
) STRICT;
CREATE INDEX gifts_by_customer ON gifts (customer_id, given_on);
CREATE INDEX gifts_by_day ON gifts (given_on);
CREATE INDEX gifts_by_kind ON gifts (gift_kind_id);
CREATE INDEX gifts_by_making ON gifts (made_at);
CREATE INDEX gifts_by_taking_back ON gifts (taken_back_at) WHERE taken_back_at IS NOT NULL;
CREATE INDEX gifts_past_limit ON gifts (given_on) WHERE is_past_limit = 1;
-- A merge may move it to the record that stands, and it may be taken back once; what was given stays as it was written.
CREATE TRIGGER gifts_no_rewriting BEFORE UPDATE OF id, number, gift_kind_id, quantity, cost_minor, currency, given_on,
  given_by, occasion, what_for, handed_over, is_discreet, tier, policy_version, limit_minor, given_before_minor,
  is_past_limit, limit_reason, made_by, made_at ON gifts
BEGIN SELECT RAISE(ABORT, 'gifts are not rewritten'); END;
CREATE TRIGGER gifts_taken_back_once BEFORE UPDATE OF taken_back_at, taken_back_by, taken_back_reason ON gifts
WHEN OLD.taken_back_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a gift is taken back once'); END;
CREATE TRIGGER gifts_no_delete BEFORE DELETE ON gifts
BEGIN SELECT RAISE(ABORT, 'gifts are kept'); END;

-- Every piece that came or went. Append-only; a mistake is set right by a movement of its own.
CREATE TABLE gift_movements (
  id TEXT NOT NULL PRIMARY KEY,
  gift_kind_id TEXT NOT NULL REFERENCES gift_kinds (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('received', 'counted', 'corrected', 'given', 'taken-back')),
  quantity INTEGER NOT NULL,
  -- What lay in the drawer when it was counted.
  counted INTEGER CHECK (counted >= 0),
  reason TEXT,
  gift_id TEXT REFERENCES gifts (id),
  CHECK (quantity <> 0 OR kind = 'counted'),
  CHECK ((kind = 'counted') = (counted IS NOT NULL)),
  CHECK ((kind IN ('given', 'taken-back')) = (gift_id IS NOT NULL)),
  CHECK (kind NOT IN ('corrected', 'taken-back') OR reason IS NOT NULL),
  CHECK (kind <> 'counted' OR quantity = 0 OR reason IS NOT NULL)
) STRICT;
CREATE INDEX gift_movements_by_kind ON gift_movements (gift_kind_id, id);
CREATE INDEX gift_movements_by_gift ON gift_movements (gift_id) WHERE gift_id IS NOT NULL;
CREATE TRIGGER gift_movements_no_update BEFORE UPDATE ON gift_movements
BEGIN SELECT RAISE(ABORT, 'gift_movements is append-only'); END;
CREATE TRIGGER gift_movements_no_delete BEFORE DELETE ON gift_movements
BEGIN SELECT RAISE(ABORT, 'gift_movements is append-only'); END;
CREATE TRIGGER gift_movements_move AFTER INSERT ON gift_movements
BEGIN UPDATE gift_kinds SET stock = stock + NEW.quantity WHERE id = NEW.gift_kind_id; END;

-- Members of a tier, for what is customary for them.
CREATE INDEX vip_memberships_by_tier ON vip_memberships (tier, since) WHERE ended_on IS NULL;

-- What left as a file is looked for by the name of its operation.
CREATE INDEX audit_log_by_operation ON audit_log (operation, at);
