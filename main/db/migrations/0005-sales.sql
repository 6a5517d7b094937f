-- Purchases as the shop recorded them, and the serial-numbered items customers own.

CREATE TABLE sales (
  id TEXT NOT NULL PRIMARY KEY,
  receipt_number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'return', 'cancellation')),
  returns_sale_id TEXT REFERENCES sales (id),
  customer_id TEXT REFERENCES customers (id),
  staff_id TEXT REFERENCES staff (id),
  sold_at INTEGER NOT NULL,
  -- The civil day in the shop's time zone, so that a day's report never depends on the reader's.
  sold_on TEXT NOT NULL,
  currency TEXT NOT NULL,
  -- Signed: returns and cancellations are negative.
  total_minor INTEGER NOT NULL,
  payment_note TEXT,
  -- How much of it was paid in cash, where that was noted: the dealers' regime asks from HK$120,000 on.
  cash_minor INTEGER,
  -- Why goods came back or a sale was cancelled.
  reason TEXT,
  note TEXT,
  -- JSON array: 'own-account', 'staff-purchase', 'precious-cash'.
  flags TEXT NOT NULL DEFAULT '[]',
  country TEXT,
  import_id TEXT,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX sales_by_customer ON sales (customer_id, sold_at, id);
CREATE INDEX sales_by_receipt ON sales (receipt_number);
CREATE INDEX sales_by_day ON sales (sold_on);
CREATE INDEX sales_by_returned ON sales (returns_sale_id) WHERE returns_sale_id IS NOT NULL;
CREATE INDEX sales_by_import ON sales (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE sale_lines (
  id TEXT NOT NULL PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sales (id),
  position INTEGER NOT NULL,
  product_id TEXT REFERENCES products (id),
  description TEXT NOT NULL,
  -- Signed like the total.
  quantity INTEGER NOT NULL,
  unit_price_minor INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL DEFAULT 0,
  discount_reason TEXT,
  total_minor INTEGER NOT NULL,
  serial TEXT,
  returns_line_id TEXT REFERENCES sale_lines (id)
) STRICT;
CREATE INDEX sale_lines_by_sale ON sale_lines (sale_id, position);
CREATE INDEX sale_lines_by_product ON sale_lines (product_id);
CREATE INDEX sale_lines_by_returned ON sale_lines (returns_line_id) WHERE returns_line_id IS NOT NULL;

CREATE TABLE items (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  product_id TEXT REFERENCES products (id),
  sale_line_id TEXT REFERENCES sale_lines (id),
  brand TEXT,
  family TEXT,
  reference TEXT,
  description TEXT NOT NULL,
  serial TEXT,
  movement_number TEXT,
  calibre TEXT,
  -- Case metal and size, lug width, links removed, dial, strap, box, papers, ... as a JSON object.
  attributes TEXT NOT NULL DEFAULT '{}',
  is_bought_here INTEGER NOT NULL DEFAULT 1,
  bought_elsewhere_at TEXT,
  bought_on TEXT,
  price_minor INTEGER,
  currency TEXT,
  warranty_policy TEXT,
  warranty_issuer TEXT,
  warranty_name TEXT,
  warranty_start TEXT,
  warranty_end TEXT,
  service_due TEXT,
  water_test_due TEXT,
  battery_due TEXT,
  -- A present for somebody: never shown or hinted to that person.
  is_discreet INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'owned' CHECK (status IN ('owned', 'returned', 'given', 'sold', 'lost')),
  note TEXT,
  import_id TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX items_by_customer ON items (customer_id);
CREATE INDEX items_by_serial ON items (serial) WHERE serial IS NOT NULL;
CREATE INDEX items_by_product ON items (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX items_by_sale_line ON items (sale_line_id) WHERE sale_line_id IS NOT NULL;
