-- Honest work: why a record was looked up outside the counter flow, and what the manager has reviewed and signed.

-- Beside customer_views, which says that it was opened. Belongs to the record that was opened, also after a merge.
CREATE TABLE lookup_reasons (
  id TEXT NOT NULL PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  customer_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  on_day TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('staff-record', 'many-records')),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX lookup_reasons_by_person ON lookup_reasons (staff_id, customer_id, on_day);
CREATE INDEX lookup_reasons_by_day ON lookup_reasons (on_day);
CREATE TRIGGER lookup_reasons_no_update BEFORE UPDATE ON lookup_reasons
BEGIN SELECT RAISE(ABORT, 'lookup_reasons is append-only'); END;
CREATE TRIGGER lookup_reasons_no_delete BEFORE DELETE ON lookup_reasons
BEGIN SELECT RAISE(ABORT, 'lookup_reasons is append-only'); END;

-- One entry of the review list, signed with a remark. `entry` is what the manager saw when signing.
CREATE TABLE review_signoffs (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  source_id TEXT NOT NULL,
  entry TEXT NOT NULL,
  remark TEXT NOT NULL,
  signed_by TEXT NOT NULL REFERENCES staff (id),
  signed_at INTEGER NOT NULL,
  UNIQUE (kind, source_id)
) STRICT;
CREATE INDEX review_signoffs_by_time ON review_signoffs (signed_at);
CREATE TRIGGER review_signoffs_no_update BEFORE UPDATE ON review_signoffs
BEGIN SELECT RAISE(ABORT, 'review_signoffs is append-only'); END;
CREATE TRIGGER review_signoffs_no_delete BEFORE DELETE ON review_signoffs
BEGIN SELECT RAISE(ABORT, 'review_signoffs is append-only'); END;
