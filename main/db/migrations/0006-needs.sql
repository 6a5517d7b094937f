-- What a customer needs, and what was shown for it.

CREATE TABLE needs (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  seen TEXT,
  asked TEXT,
  answered TEXT,
  occasion TEXT,
  for_whom TEXT,
  budget_min_minor INTEGER,
  budget_max_minor INTEGER,
  currency TEXT NOT NULL,
  by_date TEXT,
  brand TEXT,
  category TEXT,
  reference TEXT,
  attributes TEXT NOT NULL DEFAULT '{}',
  is_discreet INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'met', 'lost', 'postponed')),
  status_reason TEXT,
  postponed_until TEXT,
  sale_id TEXT REFERENCES sales (id),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  closed_at INTEGER,
  deleted_at INTEGER
) STRICT;
CREATE INDEX needs_by_customer ON needs (customer_id, at);
-- The order of the board: the most urgent first, those without a date last, newest first among them.
CREATE INDEX needs_by_status ON needs (status, coalesce(by_date, '9999-12-31'), at DESC, id)
  WHERE deleted_at IS NULL;
CREATE INDEX needs_by_staff ON needs (staff_id, status) WHERE deleted_at IS NULL;
CREATE INDEX needs_by_closing ON needs (status, closed_at) WHERE deleted_at IS NULL;
CREATE INDEX needs_postponed ON needs (postponed_until) WHERE status = 'postponed' AND deleted_at IS NULL;
CREATE INDEX needs_by_sale ON needs (sale_id) WHERE sale_id IS NOT NULL;

-- An open need met by a product that arrived after the need was noted. Found by comparing, so it holds no product back:
-- one whose import is taken back goes, and what is left here is read by nobody.
CREATE TABLE need_matches (
  need_id TEXT NOT NULL REFERENCES needs (id),
  product_id TEXT NOT NULL,
  matched_at INTEGER NOT NULL,
  score INTEGER NOT NULL DEFAULT 0,
  seen_at INTEGER,
  dismissed_at INTEGER,
  PRIMARY KEY (need_id, product_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX need_matches_waiting ON need_matches (matched_at) WHERE seen_at IS NULL AND dismissed_at IS NULL;

CREATE TABLE recommendations (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  need_id TEXT REFERENCES needs (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('shown', 'tried', 'bought', 'declined')),
  outcome_at INTEGER NOT NULL,
  -- JSON array of {code, params}: why it was recommended, as it was at the time.
  reasons TEXT NOT NULL DEFAULT '[]',
  note TEXT,
  sale_id TEXT REFERENCES sales (id),
  -- JSON array of {outcome, at, staffId}: the steps before this one, oldest first; undo takes the last.
  history TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX recommendations_by_customer ON recommendations (customer_id, at);
CREATE INDEX recommendations_by_need ON recommendations (need_id) WHERE need_id IS NOT NULL;
CREATE INDEX recommendations_by_product ON recommendations (product_id);
CREATE INDEX recommendations_by_sale ON recommendations (sale_id) WHERE sale_id IS NOT NULL;

-- Derived from sales in the background: what people who bought one product also bought, and how much likelier than
-- chance. Never fewer than five customers behind a figure.
CREATE TABLE co_purchases (
  with_product_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  same_receipt INTEGER NOT NULL,
  customers INTEGER NOT NULL,
  lift REAL NOT NULL,
  PRIMARY KEY (with_product_id, product_id, same_receipt)
) STRICT, WITHOUT ROWID;

-- When co_purchases was made, and from which sale lines: the row number up to which they were read.
CREATE TABLE co_purchase_builds (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  built_at INTEGER NOT NULL,
  last_line INTEGER NOT NULL
) STRICT;

-- What Today asks of other tables: whose birthday it is, which warranty ends, which watch is due.
CREATE INDEX customers_by_birthday ON customers (birth_month, birth_day)
  WHERE birth_month IS NOT NULL AND deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX items_by_warranty_end ON items (warranty_end)
  WHERE warranty_end IS NOT NULL AND status = 'owned' AND deleted_at IS NULL;
CREATE INDEX items_by_service_due ON items (service_due)
  WHERE service_due IS NOT NULL AND status = 'owned' AND deleted_at IS NULL;
CREATE INDEX items_by_water_test ON items (water_test_due)
  WHERE water_test_due IS NOT NULL AND status = 'owned' AND deleted_at IS NULL;
CREATE INDEX items_by_battery ON items (battery_due)
  WHERE battery_due IS NOT NULL AND status = 'owned' AND deleted_at IS NULL;
-- New arrivals, newest first.
CREATE INDEX products_by_arrival ON products (arrived_at) WHERE arrived_at IS NOT NULL AND deleted_at IS NULL;
