-- Feedback after a repair, first purchases, and the warranty of a thing that was sold to nobody known.

-- The repair it follows, as `sale_id` is the purchase.
ALTER TABLE feedback ADD COLUMN job_id TEXT REFERENCES service_jobs (id);
CREATE INDEX feedback_by_job ON feedback (job_id) WHERE job_id IS NOT NULL;
DROP TRIGGER feedback_no_rewriting;
CREATE TRIGGER feedback_no_rewriting BEFORE UPDATE OF id, survey_version_id, at, month, asked_by, served_by, sale_id, job_id,
  how, language, status, answers, nps, csat ON feedback
BEGIN SELECT RAISE(ABORT, 'feedback is append-only'); END;

-- Whoever bought for the first time lately: prospects who became customers.
CREATE INDEX customer_totals_by_first_sale ON customer_totals (first_sale_at, customer_id);

-- What was prepared or begun and nobody has said the end of.
CREATE INDEX conversations_without_outcome ON conversations (made_at) WHERE outcome IS NULL;

-- Of a thing with a serial that was sold to nobody known: the end on its card or by the terms of that day, and the terms.
-- With a customer the item keeps them.
ALTER TABLE sale_lines ADD COLUMN warranty_ends_on TEXT;
ALTER TABLE sale_lines ADD COLUMN warranty_terms TEXT;
