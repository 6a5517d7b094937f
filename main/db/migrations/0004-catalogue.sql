-- What the shop sells.

CREATE TABLE products (
  id TEXT NOT NULL PRIMARY KEY,
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

CREATE TABLE product_prices (
  id TEXT NOT NULL PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES products (id),
  from_at INTEGER NOT NULL,
  currency TEXT NOT NULL,
  price_minor INTEGER NOT NULL,
  staff_id TEXT
) STRICT;
CREATE INDEX product_prices_by_product ON product_prices (product_id, from_at);

CREATE TABLE product_pictures (
  id TEXT NOT NULL PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES products (id),
  mime TEXT NOT NULL,
  bytes BLOB NOT NULL,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX product_pictures_by_product ON product_pictures (product_id, position);

CREATE TABLE product_companions (
  product_id TEXT NOT NULL REFERENCES products (id),
  companion_id TEXT NOT NULL REFERENCES products (id),
  PRIMARY KEY (product_id, companion_id)
) STRICT, WITHOUT ROWID;

-- Counts put right by hand; what sales take away is in sale_lines.
CREATE TABLE product_stock_changes (
  id TEXT NOT NULL PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES products (id),
  at INTEGER NOT NULL,
  staff_id TEXT,
  count_before INTEGER,
  count_after INTEGER,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX product_stock_changes_by_product ON product_stock_changes (product_id, at);
