-- What lists and figures of a large shop count, counted in indexes: among a hundred thousand customers they took up to half a
-- second, in which the app stands still, because every row counted was looked up in its own table and its customer's.

-- Records that no longer stand. They are few, so counts leave them out by this index instead of looking at every customer.
CREATE INDEX customers_gone ON customers (id, primary_advisor_id, secondary_advisor_id)
  WHERE deleted_at IS NOT NULL OR merged_into_id IS NOT NULL;
-- Whose second advisor somebody is who is the first one, too, is counted once.
DROP INDEX customers_by_second_advisor;
CREATE INDEX customers_by_second_advisor ON customers (secondary_advisor_id, id, primary_advisor_id)
  WHERE secondary_advisor_id IS NOT NULL;

-- The needs board puts needs that are alike together, in this order and without their words.
CREATE INDEX needs_wanted ON needs (status, brand, category, reference, currency, budget_max_minor, budget_min_minor,
  by_date, at, customer_id, staff_id) WHERE deleted_at IS NULL;
-- Occasions are counted by themselves: with them there would be four times as many kinds of needs that are alike.
CREATE INDEX needs_occasions ON needs (status, occasion, at, customer_id, staff_id) WHERE deleted_at IS NULL;
-- And the board counts what ended in a year by reason and brand.
DROP INDEX needs_by_closing;
CREATE INDEX needs_by_closing ON needs (status, closed_at, status_reason, brand, customer_id, staff_id)
  WHERE deleted_at IS NULL;

-- Response rates of a year, and how many conversations there are by one way.
DROP INDEX conversations_by_time;
CREATE INDEX conversations_by_time ON conversations (at, customer_id, channel, direction, outcome);
DROP INDEX conversations_by_staff;
CREATE INDEX conversations_by_staff ON conversations (staff_id, at, channel);
