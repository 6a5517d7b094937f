-- Campaigns: one message to the people of a segment who may be reached and are not pressed, made once for each of them, and
-- what came of it.

CREATE TABLE campaigns (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  owner_id TEXT NOT NULL REFERENCES staff (id),
  segment_id TEXT NOT NULL REFERENCES segments (id),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'sms', 'whatsapp', 'letter', 'phone')),
  goods_class TEXT NOT NULL,
  -- The template its texts began from; the texts are the campaign's own, subject and body by language, as JSON.
  template_id TEXT,
  template_version INTEGER,
  texts TEXT NOT NULL CHECK (json_valid(texts)),
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  -- Purchases within so many days after the contact count as its result.
  sales_days INTEGER NOT NULL CHECK (sales_days BETWEEN 1 AND 365),
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'made', 'closed')),
  made_at INTEGER,
  -- When somebody said that what was made was posted or sent.
  sent_at INTEGER,
  closed_at INTEGER,
  -- What the shop learned from it.
  lesson TEXT,
  copied_from_id TEXT REFERENCES campaigns (id),
  created_by TEXT NOT NULL REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  CHECK (ends_on IS NULL OR ends_on >= starts_on),
  CHECK ((status = 'draft') = (made_at IS NULL)),
  CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) STRICT;
CREATE INDEX campaigns_by_status ON campaigns (status, starts_on);
CREATE INDEX campaigns_by_segment ON campaigns (segment_id);

-- Each time files with names left the database: who, when, how many, of what kind.
CREATE TABLE campaign_makings (
  id TEXT NOT NULL PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaigns (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('letters', 'labels', 'letters+labels', 'emails', 'messages', 'call-sheets')),
  -- The segment's rule as it was asked.
  rule TEXT NOT NULL,
  -- 1: the same names once more, nobody was written to anew.
  is_again INTEGER NOT NULL DEFAULT 0,
  people INTEGER NOT NULL DEFAULT 0,
  files INTEGER NOT NULL DEFAULT 0,
  -- Null: it was stopped, or the machine stopped, before the files were whole.
  finished_at INTEGER
) STRICT;
CREATE INDEX campaign_makings_by_campaign ON campaign_makings (campaign_id, at);
CREATE INDEX campaign_makings_by_time ON campaign_makings (at);
CREATE TRIGGER campaign_makings_no_rewriting BEFORE UPDATE ON campaign_makings
WHEN OLD.finished_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished making is never rewritten'); END;
CREATE TRIGGER campaign_makings_no_delete BEFORE DELETE ON campaign_makings
BEGIN SELECT RAISE(ABORT, 'campaign_makings are kept'); END;

CREATE TABLE campaign_entries (
  id TEXT NOT NULL PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaigns (id),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  -- The record as it was written to; stays when a merge moves the entry.
  asked_id TEXT NOT NULL,
  making_id TEXT NOT NULL REFERENCES campaign_makings (id),
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  -- Who looks after the customer and makes the call.
  advisor_id TEXT NOT NULL REFERENCES staff (id),
  is_call INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL,
  -- Null: claimed, and no file with it was written yet.
  written_at INTEGER,
  -- Between the claim and the file the customer could no longer be written to.
  dropped_at INTEGER,
  response TEXT CHECK (response IN ('answered', 'no', 'opted-out', 'not-reached')),
  response_at INTEGER,
  response_by TEXT REFERENCES staff (id),
  response_words TEXT,
  -- Nobody is written to twice in one campaign, whatever runs again.
  UNIQUE (campaign_id, asked_id),
  CHECK ((response IS NULL) = (response_at IS NULL)),
  CHECK ((response IS NULL) = (response_by IS NULL))
) STRICT;
CREATE INDEX campaign_entries_by_customer ON campaign_entries (customer_id, at);
CREATE INDEX campaign_entries_to_write ON campaign_entries (campaign_id) WHERE written_at IS NULL AND dropped_at IS NULL;
CREATE INDEX campaign_entries_to_call ON campaign_entries (at, advisor_id)
  WHERE is_call = 1 AND response IS NULL AND dropped_at IS NULL;
-- The day close counts what went out and what came back.
CREATE INDEX campaign_entries_by_writing ON campaign_entries (written_at) WHERE written_at IS NOT NULL;
CREATE INDEX campaign_entries_by_response ON campaign_entries (response_at) WHERE response_at IS NOT NULL;
CREATE TRIGGER campaign_entries_no_delete BEFORE DELETE ON campaign_entries
BEGIN SELECT RAISE(ABORT, 'campaign_entries are kept'); END;
