-- The hold of an offered piece is extended, a piece is offered again, a receipt finds its customer later, a duty may concern
-- somebody who is not on record; and what Today and the day close ask of a large shop is found by index.

-- How long an offered piece is kept, said anew: until when, by whom and why. The offer itself stays as it was made.
CREATE TABLE allocation_hold_extensions (
  id TEXT NOT NULL PRIMARY KEY,
  offer_id TEXT NOT NULL REFERENCES allocation_offers (id),
  at INTEGER NOT NULL,
  extended_on TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  -- The last day before, and from now on.
  held_until TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- Days for which the shop usually keeps a piece, as it held that day; beyond them it is on the review list.
  usual_days INTEGER NOT NULL,
  is_beyond INTEGER NOT NULL,
  CHECK (until > held_until)
) STRICT;
CREATE INDEX allocation_hold_extensions_by_offer ON allocation_hold_extensions (offer_id, id);
CREATE INDEX allocation_hold_extensions_by_day ON allocation_hold_extensions (extended_on);
CREATE INDEX allocation_hold_extensions_by_time ON allocation_hold_extensions (at);
CREATE TRIGGER allocation_hold_extensions_no_update BEFORE UPDATE ON allocation_hold_extensions
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN interests p ON p.customer_id = e.customer_id
  JOIN allocation_offers o ON o.interest_id = p.id WHERE o.id = OLD.offer_id)
BEGIN SELECT RAISE(ABORT, 'allocation_hold_extensions is append-only'); END;
CREATE TRIGGER allocation_hold_extensions_no_delete BEFORE DELETE ON allocation_hold_extensions
BEGIN SELECT RAISE(ABORT, 'allocation_hold_extensions is append-only'); END;

-- Why a piece is offered once more to somebody who had not taken it, where everybody on the list was asked.
ALTER TABLE allocation_offers ADD COLUMN again_reason TEXT;

-- A receipt that was recorded for nobody, or for somebody else, and whose it is from now on. Undone by a row's own mark.
CREATE TABLE sale_attachments (
  id TEXT NOT NULL PRIMARY KEY,
  sale_id TEXT NOT NULL REFERENCES sales (id),
  -- Null: it was nobody's.
  from_customer_id TEXT REFERENCES customers (id),
  to_customer_id TEXT NOT NULL REFERENCES customers (id),
  -- Given where it was somebody's already.
  reason TEXT,
  -- The flags of the receipt before: what it is to the staff is decided by whose it is.
  flags_before TEXT NOT NULL,
  at INTEGER NOT NULL,
  on_day TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  undone_at INTEGER,
  undone_by TEXT REFERENCES staff (id),
  CHECK (from_customer_id IS NULL OR reason IS NOT NULL),
  CHECK (from_customer_id IS NULL OR from_customer_id <> to_customer_id),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;
CREATE INDEX sale_attachments_by_sale ON sale_attachments (sale_id, id);
CREATE INDEX sale_attachments_by_customer ON sale_attachments (to_customer_id);
CREATE INDEX sale_attachments_from ON sale_attachments (from_customer_id) WHERE from_customer_id IS NOT NULL;
CREATE INDEX sale_attachments_by_time ON sale_attachments (at);
CREATE INDEX sale_attachments_moved ON sale_attachments (on_day) WHERE from_customer_id IS NOT NULL;
CREATE TRIGGER sale_attachments_no_rewriting BEFORE UPDATE OF id, sale_id, from_customer_id, to_customer_id, reason,
  flags_before, at, on_day, staff_id ON sale_attachments
BEGIN SELECT RAISE(ABORT, 'sale_attachments is append-only'); END;
CREATE TRIGGER sale_attachments_undone_once BEFORE UPDATE OF undone_at, undone_by ON sale_attachments
WHEN OLD.undone_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an attachment is undone once'); END;
CREATE TRIGGER sale_attachments_no_delete BEFORE DELETE ON sale_attachments
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id IN (OLD.from_customer_id, OLD.to_customer_id))
BEGIN SELECT RAISE(ABORT, 'sale_attachments is append-only'); END;

-- A duty may concern somebody who is not on record: the privacy request of a stranger has its 40 days, too.
DROP TRIGGER duty_move_events_no_delete;
CREATE TABLE duty_moves_anew (
  id TEXT NOT NULL PRIMARY KEY,
  duty_kind TEXT NOT NULL,
  duty_id TEXT NOT NULL,
  -- Null: nobody who is on record.
  customer_id TEXT REFERENCES customers (id),
  due_on TEXT,
  -- Shown again on this day.
  snoozed_until TEXT,
  assigned_to TEXT REFERENCES staff (id),
  reason TEXT,
  moved_by TEXT NOT NULL REFERENCES staff (id),
  moved_at INTEGER NOT NULL,
  UNIQUE (duty_kind, duty_id)
) STRICT;
INSERT INTO duty_moves_anew SELECT id, duty_kind, duty_id, customer_id, due_on, snoozed_until, assigned_to, reason, moved_by,
  moved_at FROM duty_moves;
DROP TABLE duty_moves;
ALTER TABLE duty_moves_anew RENAME TO duty_moves;
CREATE INDEX duty_moves_by_customer ON duty_moves (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX duty_moves_by_colleague ON duty_moves (assigned_to, moved_at) WHERE assigned_to IS NOT NULL;
CREATE INDEX duty_moves_by_day ON duty_moves (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE TRIGGER duty_move_events_no_delete BEFORE DELETE ON duty_move_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN duty_moves p ON p.customer_id = e.customer_id WHERE p.id = OLD.move_id)
BEGIN SELECT RAISE(ABORT, 'duty_move_events is append-only'); END;

-- Whose birthday it is, and who holds which card, without a look at the customers' own rows.
DROP INDEX customers_by_birthday;
CREATE INDEX customers_by_birthday ON customers (birth_month, birth_day, is_minor, id)
  WHERE birth_month IS NOT NULL AND deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX vip_memberships_held ON vip_memberships (customer_id, tier) WHERE ended_on IS NULL;

-- An advisor's customers the newest first, for the list of prospects.
DROP INDEX customers_by_advisor;
CREATE INDEX customers_by_advisor ON customers (primary_advisor_id, id);
DROP INDEX customers_by_second_advisor;
CREATE INDEX customers_by_second_advisor ON customers (secondary_advisor_id, id) WHERE secondary_advisor_id IS NOT NULL;

-- What was given free with items on a day, and what was taken back: the day close counts both.
CREATE INDEX benefit_uses_by_time ON benefit_uses (at);
CREATE INDEX benefit_uses_by_undoing ON benefit_uses (undone_at) WHERE undone_at IS NOT NULL;
