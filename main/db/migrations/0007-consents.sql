-- Notices as they were shown, consent as it was given, suppression that outlives the customer, VIP membership.

CREATE TABLE notices (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('collection', 'vip', 'confirmation')),
  version INTEGER NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  effective_at INTEGER NOT NULL,
  created_by TEXT,
  UNIQUE (kind, version, language)
) STRICT;
CREATE TRIGGER notices_no_update BEFORE UPDATE ON notices
BEGIN SELECT RAISE(ABORT, 'a notice is never edited in place'); END;
CREATE TRIGGER notices_no_delete BEFORE DELETE ON notices
BEGIN SELECT RAISE(ABORT, 'a notice is never deleted'); END;

-- Append-only; the current permission is computed by shared/domain/consent.ts and by nothing else.
CREATE TABLE consent_events (
  id TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL,
  regime TEXT NOT NULL,
  purpose TEXT NOT NULL,
  channels TEXT NOT NULL DEFAULT '[]',
  data_kinds TEXT NOT NULL DEFAULT '[]',
  goods_classes TEXT NOT NULL DEFAULT '[]',
  recipients TEXT NOT NULL DEFAULT '[]',
  for_gain INTEGER NOT NULL DEFAULT 0,
  form TEXT,
  notice_id TEXT REFERENCES notices (id),
  notice_version INTEGER,
  language TEXT,
  -- Signature as vector strokes (JSON) and the hash of the exact notice that was on the screen.
  signature TEXT,
  notice_hash TEXT,
  parent_name TEXT,
  -- Under 18 when it was said: then a parent's name belongs to it for ever.
  is_minor INTEGER NOT NULL DEFAULT 0,
  refers_to_id TEXT,
  confirmation_due_at INTEGER,
  note TEXT,
  staff_id TEXT,
  at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_events_by_customer ON consent_events (customer_id, seq);
-- The shop's own order: the next number is one more than the last.
CREATE INDEX consent_events_by_seq ON consent_events (seq);
CREATE INDEX consent_events_by_due ON consent_events (confirmation_due_at) WHERE confirmation_due_at IS NOT NULL;
-- A merge may move an event to the kept customer; nothing else about it may ever change.
CREATE TRIGGER consent_events_no_update BEFORE UPDATE OF
  id, seq, kind, regime, purpose, channels, data_kinds, goods_classes, recipients, for_gain, form, notice_id,
  notice_version, language, signature, notice_hash, parent_name, is_minor, refers_to_id, confirmation_due_at, note,
  staff_id, at, recorded_at ON consent_events
BEGIN SELECT RAISE(ABORT, 'consent_events is append-only'); END;
CREATE TRIGGER consent_events_no_delete BEFORE DELETE ON consent_events
BEGIN SELECT RAISE(ABORT, 'consent_events is append-only'); END;

-- A keyed hash of a phone or e-mail: survives import, merge, erasure and restore.
CREATE TABLE suppressions (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'other')),
  hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  lifted_at INTEGER
) STRICT;
CREATE INDEX suppressions_by_hash ON suppressions (hash);

CREATE TABLE vip_invitations (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'declined', 'thinking')),
  reasons TEXT NOT NULL DEFAULT '[]',
  note TEXT,
  ask_again_on TEXT
) STRICT;
CREATE INDEX vip_invitations_by_customer ON vip_invitations (customer_id, at);
CREATE INDEX vip_invitations_thinking ON vip_invitations (ask_again_on) WHERE outcome = 'thinking';

CREATE TABLE vip_memberships (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  card_number TEXT NOT NULL UNIQUE,
  tier TEXT NOT NULL,
  since TEXT NOT NULL,
  invitation_id TEXT REFERENCES vip_invitations (id),
  welcomed_at INTEGER,
  welcomed_how TEXT,
  ended_on TEXT,
  end_reason TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX vip_memberships_by_customer ON vip_memberships (customer_id);
