-- What customers asked, and what they were told, with the facts the answer was based on (standard R5). A question that
-- could not be answered at once is a promise with a due time.

CREATE TABLE enquiries (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  question TEXT NOT NULL,
  -- How it came: in person, by phone, by e-mail, ...
  channel TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  is_discreet INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered')),
  -- The promise to answer; null where the answer came at once.
  promise_id TEXT REFERENCES promises (id),
  answer TEXT,
  answered_at INTEGER,
  answered_by TEXT REFERENCES staff (id),
  told_channel TEXT,
  told_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  -- No answer without its words, and without the customer having been told.
  CHECK (status = 'open' OR (answer IS NOT NULL AND answered_at IS NOT NULL AND answered_by IS NOT NULL
    AND told_channel IS NOT NULL AND told_at IS NOT NULL))
) STRICT;
CREATE INDEX enquiries_by_customer ON enquiries (customer_id, asked_at);
CREATE INDEX enquiries_by_open ON enquiries (asked_at) WHERE status = 'open';
CREATE INDEX enquiries_by_answer ON enquiries (answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX enquiries_by_promise ON enquiries (promise_id) WHERE promise_id IS NOT NULL;
CREATE TRIGGER enquiries_no_delete BEFORE DELETE ON enquiries
BEGIN SELECT RAISE(ABORT, 'enquiries are kept'); END;

-- The products it is about. What was known of them when the answer was given is kept as it was: prices and stock move on.
CREATE TABLE enquiry_products (
  enquiry_id TEXT NOT NULL REFERENCES enquiries (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  position INTEGER NOT NULL,
  -- JSON of price, availability, warranty and care; null until the answer.
  facts TEXT,
  PRIMARY KEY (enquiry_id, product_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX enquiry_products_by_product ON enquiry_products (product_id);

-- Asked, answered, opened again. Append-only: an answer that is taken back stays readable here.
CREATE TABLE enquiry_events (
  id TEXT NOT NULL PRIMARY KEY,
  enquiry_id TEXT NOT NULL REFERENCES enquiries (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('asked', 'answered', 'reopened')),
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX enquiry_events_by_enquiry ON enquiry_events (enquiry_id, id);
CREATE TRIGGER enquiry_events_no_update BEFORE UPDATE ON enquiry_events
BEGIN SELECT RAISE(ABORT, 'enquiry_events is append-only'); END;
CREATE TRIGGER enquiry_events_no_delete BEFORE DELETE ON enquiry_events
BEGIN SELECT RAISE(ABORT, 'enquiry_events is append-only'); END;
