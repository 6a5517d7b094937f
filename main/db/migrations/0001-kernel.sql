-- What the kernel itself needs: identity of this database, the audit chain, idempotency, numbers, drafts.

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One chain per counter. Append-only: the triggers refuse what a mistake in our own code might try;
-- the hashes show what somebody with the key might do.
CREATE TABLE audit_log (
  counter TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  staff_id TEXT,
  operation TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('started', 'done', 'failed', 'cancelled', 'refused')),
  entity_kind TEXT,
  entity_id TEXT,
  fields TEXT NOT NULL,
  request_id TEXT,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (counter, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_log_by_entity ON audit_log (entity_id, seq);
CREATE INDEX audit_log_by_time ON audit_log (at);
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;

-- A commit whose acknowledgement was lost is retried with the same request id and answers what it answered.
CREATE TABLE request_results (
  request_id TEXT NOT NULL PRIMARY KEY,
  operation TEXT NOT NULL,
  staff_id TEXT,
  at INTEGER NOT NULL,
  output TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX request_results_by_time ON request_results (at);

-- Numbers that people read (member, receipt, case) carry the counter's prefix.
CREATE TABLE number_sequences (
  kind TEXT NOT NULL,
  prefix TEXT NOT NULL,
  next INTEGER NOT NULL,
  PRIMARY KEY (kind, prefix)
) STRICT, WITHOUT ROWID;

-- What was typed but not yet saved survives a lock, a crash, a power cut.
CREATE TABLE drafts (
  staff_id TEXT NOT NULL,
  form TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (staff_id, form, subject_id)
) STRICT, WITHOUT ROWID;
