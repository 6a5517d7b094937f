-- What was said with customers and by which way, and the texts the shop writes with. One log for all channels: what may be
-- sold to whom, and how often, is counted here (shared/domain/contact-gate.ts).

CREATE TABLE conversations (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  -- When it took place, which may be before it was written down.
  at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  purpose TEXT NOT NULL CHECK (purpose IN ('service', 'selling')),
  goods_class TEXT,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  subject TEXT,
  words TEXT NOT NULL DEFAULT '',
  -- Null: a message was prepared or a call begun, and nobody has said yet what came of it.
  outcome TEXT,
  is_discreet INTEGER NOT NULL DEFAULT 0,
  -- The template it was written with, where there was one.
  template_id TEXT,
  template_version INTEGER,
  -- What the gate said of a selling contact of ours; null for everything else.
  gate TEXT CHECK (gate IN ('open', 'overridden', 'unpermitted')),
  gate_obstacles TEXT NOT NULL DEFAULT '[]',
  gate_reason TEXT,
  -- 1: it told of the free right to opt out (s.35F).
  has_notice INTEGER NOT NULL DEFAULT 0,
  -- What it belongs to: 'counter', or the kind of record and its id.
  origin_kind TEXT NOT NULL DEFAULT 'counter',
  origin_id TEXT,
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  CHECK ((purpose = 'selling') = (goods_class IS NOT NULL)),
  -- Going past the gate has its reason, always.
  CHECK (gate IS NULL OR gate = 'open' OR gate_reason IS NOT NULL)
) STRICT;
CREATE INDEX conversations_by_customer ON conversations (customer_id, at);
CREATE INDEX conversations_by_time ON conversations (at);
CREATE INDEX conversations_by_staff ON conversations (staff_id, at);
CREATE INDEX conversations_selling ON conversations (customer_id, at) WHERE gate IS NOT NULL;
CREATE INDEX conversations_past_gate ON conversations (at) WHERE gate IN ('overridden', 'unpermitted');
CREATE INDEX conversations_by_origin ON conversations (origin_kind, origin_id) WHERE origin_id IS NOT NULL;
CREATE TRIGGER conversations_no_delete BEFORE DELETE ON conversations
BEGIN SELECT RAISE(ABORT, 'conversations are kept'); END;

-- What stood before each correction. Append-only.
CREATE TABLE conversation_revisions (
  id TEXT NOT NULL PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  -- The version that was replaced.
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('outcome', 'corrected')),
  reason TEXT,
  -- The columns as they were, as JSON.
  before TEXT NOT NULL,
  UNIQUE (conversation_id, version)
) STRICT;
CREATE TRIGGER conversation_revisions_no_update BEFORE UPDATE ON conversation_revisions
BEGIN SELECT RAISE(ABORT, 'conversation_revisions is append-only'); END;
CREATE TRIGGER conversation_revisions_no_delete BEFORE DELETE ON conversation_revisions
BEGIN SELECT RAISE(ABORT, 'conversation_revisions is append-only'); END;
-- No silent edit: nothing but the customer it belongs to (a merge) changes without what stood before.
CREATE TRIGGER conversations_no_silent_edit
BEFORE UPDATE OF at, channel, direction, purpose, goods_class, staff_id, subject, words, outcome, is_discreet, gate,
  gate_obstacles, gate_reason ON conversations
WHEN NOT EXISTS (SELECT 1 FROM conversation_revisions r WHERE r.conversation_id = OLD.id AND r.version = OLD.version)
BEGIN SELECT RAISE(ABORT, 'a conversation is corrected only with what stood before'); END;

-- Photographs, letters, voice messages that belong to a conversation; the whole database is encrypted, and they with it.
CREATE TABLE conversation_attachments (
  id TEXT NOT NULL PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  CHECK (size = length(bytes) AND size <= 5242880)
) STRICT;
CREATE INDEX conversation_attachments_by_conversation ON conversation_attachments (conversation_id);
CREATE TRIGGER conversation_attachments_no_update BEFORE UPDATE ON conversation_attachments
BEGIN SELECT RAISE(ABORT, 'conversation_attachments is append-only'); END;
CREATE TRIGGER conversation_attachments_no_delete BEFORE DELETE ON conversation_attachments
BEGIN SELECT RAISE(ABORT, 'conversation_attachments is append-only'); END;

-- Texts the manager wrote, a row a version and language; the built-in ones are version 0 and live in the app.
CREATE TABLE contact_templates (
  id TEXT NOT NULL PRIMARY KEY,
  template_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  language TEXT NOT NULL,
  medium TEXT NOT NULL CHECK (medium IN ('email', 'message', 'letter', 'phone')),
  purpose TEXT NOT NULL CHECK (purpose IN ('service', 'selling')),
  goods_class TEXT,
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  -- 1: no longer offered. It stays readable, because conversations name it.
  is_retired INTEGER NOT NULL DEFAULT 0,
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  UNIQUE (template_id, version, language),
  CHECK ((purpose = 'selling') = (goods_class IS NOT NULL))
) STRICT;
CREATE TRIGGER contact_templates_no_update BEFORE UPDATE ON contact_templates
BEGIN SELECT RAISE(ABORT, 'contact_templates is append-only'); END;
CREATE TRIGGER contact_templates_no_delete BEFORE DELETE ON contact_templates
BEGIN SELECT RAISE(ABORT, 'contact_templates is append-only'); END;
