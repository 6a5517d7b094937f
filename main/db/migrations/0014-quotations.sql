-- Offers with a number, lines, terms and a last day (standard T4). What was sent is never edited: a change is a new
-- version, and the earlier one stays readable.

CREATE TABLE quotations (
  id TEXT NOT NULL PRIMARY KEY,
  -- The same for every version of one offer.
  number TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  -- The version that replaces this one, from the moment its draft was begun.
  superseded_by_id TEXT REFERENCES quotations (id),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  is_discreet INTEGER NOT NULL DEFAULT 0,
  -- 'expired' and 'revised' are not stored: the first follows from the date, the second from superseded_by_id.
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'sent', 'confirmed', 'declined', 'discarded')),
  currency TEXT NOT NULL,
  -- Before and after the discounts of the lines; discount = gross - total.
  gross_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  -- The last day on which it holds.
  expires_on TEXT NOT NULL,
  terms TEXT,
  -- For the shop only; never printed.
  note TEXT,
  sent_at INTEGER,
  sent_by TEXT REFERENCES staff (id),
  sent_how TEXT,
  -- Who said yes, how, and when; a customer may send somebody.
  confirmed_by_name TEXT,
  confirmed_how TEXT,
  confirmed_at INTEGER,
  declined_reason TEXT,
  closed_at INTEGER,
  closed_by TEXT REFERENCES staff (id),
  sale_id TEXT REFERENCES sales (id),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  UNIQUE (number, revision),
  CHECK (total_minor >= 0 AND gross_minor >= total_minor),
  CHECK (status NOT IN ('sent', 'confirmed', 'declined') OR (sent_at IS NOT NULL AND sent_by IS NOT NULL AND sent_how IS NOT NULL)),
  CHECK (status <> 'confirmed' OR (confirmed_by_name IS NOT NULL AND confirmed_how IS NOT NULL AND confirmed_at IS NOT NULL)),
  CHECK (status <> 'declined' OR declined_reason IS NOT NULL),
  CHECK (sale_id IS NULL OR status = 'confirmed')
) STRICT;
CREATE INDEX quotations_by_customer ON quotations (customer_id, created_at);
CREATE INDEX quotations_by_status ON quotations (status, expires_on);
CREATE INDEX quotations_by_sale ON quotations (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX quotations_by_superseding ON quotations (superseded_by_id) WHERE superseded_by_id IS NOT NULL;

CREATE TABLE quotation_lines (
  id TEXT NOT NULL PRIMARY KEY,
  quotation_id TEXT NOT NULL REFERENCES quotations (id),
  position INTEGER NOT NULL,
  product_id TEXT REFERENCES products (id),
  description TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  -- The catalogue's price when it was quoted; null for a free line. What is below it counts as discount.
  list_price_minor INTEGER,
  unit_price_minor INTEGER NOT NULL CHECK (unit_price_minor >= 0),
  discount_minor INTEGER NOT NULL DEFAULT 0,
  total_minor INTEGER NOT NULL,
  CHECK (total_minor = quantity * unit_price_minor - discount_minor AND discount_minor >= 0 AND total_minor >= 0)
) STRICT;
CREATE INDEX quotation_lines_by_quotation ON quotation_lines (quotation_id, position);
CREATE INDEX quotation_lines_by_product ON quotation_lines (product_id) WHERE product_id IS NOT NULL;

-- What the customer holds in their hand cannot become different here.
CREATE TRIGGER quotation_lines_no_insert BEFORE INSERT ON quotation_lines
WHEN (SELECT status FROM quotations WHERE id = NEW.quotation_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a quotation that was sent is not edited'); END;
CREATE TRIGGER quotation_lines_no_update BEFORE UPDATE ON quotation_lines
WHEN (SELECT status FROM quotations WHERE id = OLD.quotation_id) <> 'draft'
  OR (SELECT status FROM quotations WHERE id = NEW.quotation_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a quotation that was sent is not edited'); END;
CREATE TRIGGER quotation_lines_no_delete BEFORE DELETE ON quotation_lines
WHEN (SELECT status FROM quotations WHERE id = OLD.quotation_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a quotation that was sent is not edited'); END;
CREATE TRIGGER quotations_no_edit
BEFORE UPDATE OF number, revision, currency, gross_minor, total_minor, expires_on, terms ON quotations
WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a quotation that was sent is not edited'); END;
-- Once sent it can be answered, never unsent.
CREATE TRIGGER quotations_no_unsend BEFORE UPDATE OF status ON quotations
WHEN OLD.status IN ('sent', 'confirmed', 'declined') AND NEW.status IN ('draft', 'discarded')
BEGIN SELECT RAISE(ABORT, 'a quotation that was sent stays sent'); END;
CREATE TRIGGER quotations_no_delete BEFORE DELETE ON quotations
BEGIN SELECT RAISE(ABORT, 'quotations are kept'); END;

-- Drafted, changed, sent, answered, revised, sold. Append-only.
CREATE TABLE quotation_events (
  id TEXT NOT NULL PRIMARY KEY,
  quotation_id TEXT NOT NULL REFERENCES quotations (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL,
  detail TEXT
) STRICT;
CREATE INDEX quotation_events_by_quotation ON quotation_events (quotation_id, id);
CREATE TRIGGER quotation_events_no_update BEFORE UPDATE ON quotation_events
BEGIN SELECT RAISE(ABORT, 'quotation_events is append-only'); END;
CREATE TRIGGER quotation_events_no_delete BEFORE DELETE ON quotation_events
BEGIN SELECT RAISE(ABORT, 'quotation_events is append-only'); END;
