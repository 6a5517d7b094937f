-- A line of a receipt is known by its receipt and its place on it, and refers by small numbers: nine tenths of what it
-- took were the ids it carried as text. The numbers never leave this database; in every contract a receipt and a product
-- stay known by their ids. What is new is filled first and takes the old one's place at the end.

-- The words on receipt lines, each once: most lines of a product carry the same.
CREATE TABLE descriptions (
  no INTEGER NOT NULL PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE new_products (
  -- Stands for the product in receipt lines.
  no INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  brand TEXT,
  family TEXT,
  reference TEXT,
  barcode TEXT,
  name TEXT NOT NULL,
  chinese_name TEXT,
  category TEXT NOT NULL,
  -- By category: case_mm, metal, dial, strap, calibre, water_m, width_mm, colour, ... as a JSON object.
  attributes TEXT NOT NULL DEFAULT '{}',
  currency TEXT NOT NULL,
  price_minor INTEGER,
  status TEXT NOT NULL DEFAULT 'current' CHECK (status IN ('new', 'current', 'discontinued')),
  stock_count INTEGER,
  is_serialised INTEGER NOT NULL DEFAULT 0,
  is_precious INTEGER NOT NULL DEFAULT 0,
  -- Warranty and service intervals are data with a version (see shared/domain/warranty.ts), never by brand.
  warranty_policy TEXT,
  care TEXT,
  arrived_at INTEGER,
  import_id TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
INSERT INTO new_products
SELECT rowid, id, code, brand, family, reference, barcode, name, chinese_name, category, attributes, currency, price_minor,
  status, stock_count, is_serialised, is_precious, warranty_policy, care, arrived_at, import_id, version, created_at,
  updated_at, deleted_at
FROM products ORDER BY rowid;

CREATE TABLE new_sales (
  -- Stands for the receipt in its lines; receipts are numbered in the order in which they were written.
  no INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
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
INSERT INTO new_sales
SELECT rowid, id, receipt_number, kind, returns_sale_id, customer_id, staff_id, sold_at, sold_on, currency, total_minor,
  payment_note, cash_minor, reason, note, flags, country, import_id, created_at, deleted_at
FROM sales ORDER BY rowid;

-- Nothing kept two lines from standing in one place; where they do, the later one goes to the end of its receipt.
UPDATE sale_lines SET position = position + rowid
  + (SELECT max(o.position) FROM sale_lines o WHERE o.sale_id = sale_lines.sale_id)
WHERE sale_id IN (SELECT sale_id FROM sale_lines GROUP BY sale_id, position HAVING count(*) > 1)
  AND EXISTS (SELECT 1 FROM sale_lines o
    WHERE o.sale_id = sale_lines.sale_id AND o.position = sale_lines.position AND o.rowid < sale_lines.rowid);

INSERT OR IGNORE INTO descriptions (text) SELECT description FROM sale_lines;

CREATE TABLE new_sale_lines (
  sale_no INTEGER NOT NULL REFERENCES sales (no),
  position INTEGER NOT NULL,
  product_no INTEGER REFERENCES products (no),
  -- What stood on the receipt, whatever the product is called today.
  description_no INTEGER NOT NULL REFERENCES descriptions (no),
  -- Signed like the total.
  quantity INTEGER NOT NULL,
  unit_price_minor INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL DEFAULT 0,
  total_minor INTEGER NOT NULL,
  discount_reason TEXT,
  serial TEXT,
  -- The very line it takes back.
  returns_sale_no INTEGER,
  returns_position INTEGER,
  -- Of a thing with a serial that was sold to nobody known: the end on its card or by the terms of that day, and the terms.
  -- With a customer the item keeps them.
  warranty_ends_on TEXT,
  warranty_terms TEXT,
  PRIMARY KEY (sale_no, position),
  FOREIGN KEY (returns_sale_no, returns_position) REFERENCES sale_lines (sale_no, position)
) STRICT, WITHOUT ROWID;
INSERT INTO new_sale_lines
SELECT s.no, l.position, p.no, d.no, l.quantity, l.unit_price_minor, l.discount_minor, l.total_minor, l.discount_reason,
  l.serial, rs.no, r.position, l.warranty_ends_on, l.warranty_terms
FROM new_sales s CROSS JOIN sale_lines l ON l.sale_id = s.id CROSS JOIN descriptions d ON d.text = l.description
  LEFT JOIN new_products p ON p.id = l.product_id
  LEFT JOIN sale_lines r ON r.id = l.returns_line_id LEFT JOIN new_sales rs ON rs.id = r.sale_id
ORDER BY s.no, l.position;

CREATE TABLE new_items (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  product_id TEXT REFERENCES products (id),
  -- The receipt line that brought it into being.
  sale_no INTEGER,
  sale_position INTEGER,
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
  deleted_at INTEGER,
  FOREIGN KEY (sale_no, sale_position) REFERENCES sale_lines (sale_no, position)
) STRICT;
INSERT INTO new_items
SELECT i.id, i.customer_id, i.product_id, s.no, l.position, i.brand, i.family, i.reference, i.description, i.serial,
  i.movement_number, i.calibre, i.attributes, i.is_bought_here, i.bought_elsewhere_at, i.bought_on, i.price_minor,
  i.currency, i.warranty_policy, i.warranty_issuer, i.warranty_name, i.warranty_start, i.warranty_end, i.service_due,
  i.water_test_due, i.battery_due, i.is_discreet, i.status, i.note, i.import_id, i.version, i.created_at, i.updated_at,
  i.deleted_at
FROM items i LEFT JOIN sale_lines l ON l.id = i.sale_line_id LEFT JOIN new_sales s ON s.id = l.sale_id
ORDER BY i.rowid;

-- Lines that an import added to an earlier receipt, and rows that were corrected and fed back.
UPDATE import_changes SET after = json_object('positions',
  (SELECT json_group_array(l.position) FROM json_each(import_changes.after, '$.lines') j JOIN sale_lines l ON l.id = j.value))
WHERE entity_kind = 'sale';
UPDATE import_keys SET entity_id = (SELECT l.sale_id FROM sale_lines l WHERE l.id = import_keys.entity_id)
WHERE kind = 'line' AND entity_id IN (SELECT id FROM sale_lines);

-- Nobody asks for the keys of one import but for the few of lines, which their kind finds.
DROP INDEX import_keys_by_import;

-- A discount that a manager signed is told from others by its receipt and place.
DROP TRIGGER review_signoffs_no_update;
UPDATE review_signoffs SET
  source_id = (SELECT l.sale_id || '.' || l.position FROM sale_lines l WHERE l.id = review_signoffs.source_id),
  entry = json_set(entry, '$.sourceId',
    (SELECT l.sale_id || '.' || l.position FROM sale_lines l WHERE l.id = review_signoffs.source_id))
WHERE kind = 'discount' AND source_id IN (SELECT id FROM sale_lines);
CREATE TRIGGER review_signoffs_no_update BEFORE UPDATE ON review_signoffs
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = json_extract(OLD.entry, '$.customer.id'))
BEGIN SELECT RAISE(ABORT, 'review_signoffs is append-only'); END;

-- What is bought together is counted up to a receipt.
ALTER TABLE co_purchase_builds RENAME COLUMN last_line TO last_sale;
UPDATE co_purchase_builds SET last_sale = iif(last_sale = (SELECT max(rowid) FROM sale_lines),
  (SELECT coalesce(max(no), 0) FROM new_sales), 0);

-- Others refer to these tables by name, triggers too: the names are theirs again before anybody looks.
PRAGMA legacy_alter_table = ON;
DROP TABLE items;
DROP TABLE sale_lines;
DROP TABLE sales;
DROP TABLE products;
ALTER TABLE new_products RENAME TO products;
ALTER TABLE new_sales RENAME TO sales;
ALTER TABLE new_sale_lines RENAME TO sale_lines;
ALTER TABLE new_items RENAME TO items;
PRAGMA legacy_alter_table = OFF;

CREATE INDEX products_by_barcode ON products (barcode) WHERE barcode IS NOT NULL;
CREATE INDEX products_by_reference ON products (reference) WHERE reference IS NOT NULL;
CREATE INDEX products_by_brand ON products (brand, category);
CREATE INDEX products_by_category ON products (category, status);
-- The order of the catalogue's list.
CREATE INDEX products_by_list ON products (coalesce(brand, ''), name, id) WHERE deleted_at IS NULL;
-- What could be shown to a customer is chosen from these alone, among ten thousand products while they wait.
CREATE INDEX products_to_show_by_category
  ON products (category, currency, status, stock_count, brand, price_minor, arrived_at, id) WHERE deleted_at IS NULL;
CREATE INDEX products_to_show_by_brand
  ON products (brand, currency, status, stock_count, arrived_at, id) WHERE deleted_at IS NULL;
CREATE INDEX products_by_import ON products (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX products_by_arrival ON products (arrived_at) WHERE arrived_at IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX sales_by_customer ON sales (customer_id, sold_at, id);
CREATE INDEX sales_by_receipt ON sales (receipt_number);
CREATE INDEX sales_by_day ON sales (sold_on);
CREATE INDEX sales_by_returned ON sales (returns_sale_id) WHERE returns_sale_id IS NOT NULL;
CREATE INDEX sales_by_import ON sales (import_id) WHERE import_id IS NOT NULL;

CREATE INDEX sale_lines_by_product ON sale_lines (product_no);
CREATE INDEX sale_lines_by_returned ON sale_lines (returns_sale_no, returns_position) WHERE returns_sale_no IS NOT NULL;

CREATE INDEX items_by_customer ON items (customer_id);
CREATE INDEX items_by_serial ON items (serial) WHERE serial IS NOT NULL;
CREATE INDEX items_by_product ON items (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX items_by_sale_line ON items (sale_no, sale_position) WHERE sale_no IS NOT NULL;
CREATE INDEX items_by_warranty_end ON items (warranty_end)
  WHERE warranty_end IS NOT NULL AND status = 'owned' AND deleted_at IS NULL;
CREATE INDEX items_by_service_due ON items (service_due)
  WHERE service_due IS NOT NULL AND status = 'owned' AND deleted_at IS NULL;
CREATE INDEX items_by_water_test ON items (water_test_due)
  WHERE water_test_due IS NOT NULL AND status = 'owned' AND deleted_at IS NULL;
CREATE INDEX items_by_battery ON items (battery_due)
  WHERE battery_due IS NOT NULL AND status = 'owned' AND deleted_at IS NULL;
