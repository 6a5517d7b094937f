-- Scarce watches: who asked for one and when, by which written criteria a piece is allocated, and to whom it was offered.
-- What is in these tables is written once. How an interest or a piece stands today is computed from the events.

-- Somebody registered interest. It guarantees nothing, and says when and why it was registered.
CREATE TABLE interests (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  registered_at INTEGER NOT NULL,
  -- Civil day in the shop's time zone.
  registered_on TEXT NOT NULL,
  registered_by TEXT NOT NULL REFERENCES staff (id),
  -- Who looks after the customer in this.
  advisor_id TEXT NOT NULL REFERENCES staff (id),
  reason TEXT NOT NULL,
  -- What the customer said about their ties to the shop; what the record knows of them is computed.
  stated_ties TEXT,
  purpose TEXT NOT NULL CHECK (purpose IN ('wear', 'gift', 'collect', 'unsaid')),
  -- Asked to be told when a piece can be offered: telling is then the answer to their own request.
  wants_to_be_told INTEGER NOT NULL,
  is_discreet INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX interests_by_customer ON interests (customer_id, registered_at);
CREATE INDEX interests_by_product ON interests (product_id, registered_at);
CREATE INDEX interests_by_time ON interests (registered_at);
-- A merge may move it to the record that stands; everything else stays as it was written.
CREATE TRIGGER interests_no_rewriting BEFORE UPDATE OF id, number, product_id, registered_at, registered_on, registered_by,
  advisor_id, reason, stated_ties, purpose, wants_to_be_told, is_discreet ON interests
BEGIN SELECT RAISE(ABORT, 'interests is append-only'); END;
CREATE TRIGGER interests_no_delete BEFORE DELETE ON interests
BEGIN SELECT RAISE(ABORT, 'interests is append-only'); END;

CREATE TABLE interest_events (
  id TEXT NOT NULL PRIMARY KEY,
  interest_id TEXT NOT NULL REFERENCES interests (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('registered', 'withdrawn', 'reinstated')),
  reason TEXT,
  CHECK (kind = 'registered' OR reason IS NOT NULL)
) STRICT;
CREATE INDEX interest_events_by_interest ON interest_events (interest_id, id);
CREATE TRIGGER interest_events_no_update BEFORE UPDATE ON interest_events
BEGIN SELECT RAISE(ABORT, 'interest_events is append-only'); END;
CREATE TRIGGER interest_events_no_delete BEFORE DELETE ON interest_events
BEGIN SELECT RAISE(ABORT, 'interest_events is append-only'); END;

-- By what pieces are allocated: the manager's criteria and their weights, each wording a version of its own.
CREATE TABLE allocation_criteria (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL UNIQUE,
  -- Civil day from which on it holds; never before the day on which it was written.
  effective_on TEXT NOT NULL,
  -- JSON array of {code, weight, full}, see shared/domain/allocation.ts.
  criteria TEXT NOT NULL,
  note TEXT,
  made_at INTEGER NOT NULL,
  -- Null for the ones that come with the app.
  made_by TEXT REFERENCES staff (id)
) STRICT;
CREATE TRIGGER allocation_criteria_no_update BEFORE UPDATE ON allocation_criteria
BEGIN SELECT RAISE(ABORT, 'allocation_criteria is append-only'); END;
CREATE TRIGGER allocation_criteria_no_delete BEFORE DELETE ON allocation_criteria
BEGIN SELECT RAISE(ABORT, 'allocation_criteria is append-only'); END;

-- A piece arrived, and those who wait were ranked by the criteria of that day.
CREATE TABLE allocations (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  product_id TEXT NOT NULL REFERENCES products (id),
  serial TEXT,
  note TEXT,
  criteria_id TEXT NOT NULL REFERENCES allocation_criteria (id),
  opened_at INTEGER NOT NULL,
  opened_on TEXT NOT NULL,
  opened_by TEXT NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX allocations_by_product ON allocations (product_id, opened_at);
CREATE INDEX allocations_by_day ON allocations (opened_on);
CREATE TRIGGER allocations_no_update BEFORE UPDATE ON allocations
BEGIN SELECT RAISE(ABORT, 'allocations is append-only'); END;
CREATE TRIGGER allocations_no_delete BEFORE DELETE ON allocations
BEGIN SELECT RAISE(ABORT, 'allocations is append-only'); END;

-- The list as it was when the piece arrived, with the arithmetic of every line.
CREATE TABLE allocation_ranks (
  allocation_id TEXT NOT NULL REFERENCES allocations (id),
  rank INTEGER NOT NULL CHECK (rank > 0),
  interest_id TEXT NOT NULL REFERENCES interests (id),
  -- Hundredths of a point.
  points INTEGER NOT NULL,
  -- JSON array of {code, value, full, percent, weight, points}.
  arithmetic TEXT NOT NULL,
  -- JSON array: 'staff', 'family', 'resale'.
  flags TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (allocation_id, rank),
  UNIQUE (allocation_id, interest_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX allocation_ranks_by_interest ON allocation_ranks (interest_id);
CREATE TRIGGER allocation_ranks_no_update BEFORE UPDATE ON allocation_ranks
BEGIN SELECT RAISE(ABORT, 'allocation_ranks is append-only'); END;
CREATE TRIGGER allocation_ranks_no_delete BEFORE DELETE ON allocation_ranks
BEGIN SELECT RAISE(ABORT, 'allocation_ranks is append-only'); END;

-- To whom the piece was offered, and what was known of them at that moment.
CREATE TABLE allocation_offers (
  id TEXT NOT NULL PRIMARY KEY,
  allocation_id TEXT NOT NULL REFERENCES allocations (id),
  interest_id TEXT NOT NULL REFERENCES interests (id),
  rank INTEGER NOT NULL,
  -- Who was next in line; another one than this offer's in an override, null where nobody was left.
  due_interest_id TEXT REFERENCES interests (id),
  override_reason TEXT,
  at INTEGER NOT NULL,
  offered_on TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  how TEXT NOT NULL,
  words TEXT,
  hold_until TEXT NOT NULL,
  -- JSON array: 'own-account', 'staff', 'family', 'resale'.
  flags TEXT NOT NULL DEFAULT '[]',
  -- JSON: ties to the shop with their figures.
  ties TEXT NOT NULL,
  CHECK (hold_until >= offered_on),
  CHECK ((due_interest_id IS interest_id) = (override_reason IS NULL))
) STRICT;
CREATE INDEX allocation_offers_by_allocation ON allocation_offers (allocation_id, id);
CREATE INDEX allocation_offers_by_interest ON allocation_offers (interest_id, id);
CREATE INDEX allocation_offers_by_day ON allocation_offers (offered_on);
CREATE INDEX allocation_offers_by_time ON allocation_offers (at);
CREATE INDEX allocation_offers_overrides ON allocation_offers (offered_on) WHERE override_reason IS NOT NULL;
CREATE TRIGGER allocation_offers_no_update BEFORE UPDATE ON allocation_offers
BEGIN SELECT RAISE(ABORT, 'allocation_offers is append-only'); END;
CREATE TRIGGER allocation_offers_no_delete BEFORE DELETE ON allocation_offers
BEGIN SELECT RAISE(ABORT, 'allocation_offers is append-only'); END;

-- What happened to the piece and to its offers. The last answer to an offer is the one that counts; the others stay.
CREATE TABLE allocation_events (
  id TEXT NOT NULL PRIMARY KEY,
  allocation_id TEXT NOT NULL REFERENCES allocations (id),
  offer_id TEXT REFERENCES allocation_offers (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'offered', 'answered', 'sold', 'closed')),
  answer TEXT CHECK (answer IN ('accepted', 'declined', 'no-answer')),
  words TEXT,
  sale_id TEXT REFERENCES sales (id),
  CHECK ((kind = 'answered') = (answer IS NOT NULL)),
  CHECK ((kind = 'sold') = (sale_id IS NOT NULL)),
  CHECK ((kind IN ('offered', 'answered', 'sold')) = (offer_id IS NOT NULL)),
  CHECK (kind <> 'closed' OR words IS NOT NULL)
) STRICT;
CREATE INDEX allocation_events_by_allocation ON allocation_events (allocation_id, id);
CREATE INDEX allocation_events_by_offer ON allocation_events (offer_id, kind, id) WHERE offer_id IS NOT NULL;
CREATE INDEX allocation_events_by_sale ON allocation_events (sale_id) WHERE sale_id IS NOT NULL;
CREATE TRIGGER allocation_events_no_update BEFORE UPDATE ON allocation_events
BEGIN SELECT RAISE(ABORT, 'allocation_events is append-only'); END;
CREATE TRIGGER allocation_events_no_delete BEFORE DELETE ON allocation_events
BEGIN SELECT RAISE(ABORT, 'allocation_events is append-only'); END;

-- A piece sold here was seen for sale elsewhere: who says so, with what evidence. Taken back only by a row of its own.
CREATE TABLE resale_flags (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  item_id TEXT REFERENCES items (id),
  -- Civil day on which it was seen.
  seen_on TEXT NOT NULL,
  evidence TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX resale_flags_by_customer ON resale_flags (customer_id, at);
CREATE TRIGGER resale_flags_no_rewriting BEFORE UPDATE OF id, item_id, seen_on, evidence, at, staff_id ON resale_flags
BEGIN SELECT RAISE(ABORT, 'resale_flags is append-only'); END;
CREATE TRIGGER resale_flags_no_delete BEFORE DELETE ON resale_flags
BEGIN SELECT RAISE(ABORT, 'resale_flags is append-only'); END;

CREATE TABLE resale_flag_withdrawals (
  id TEXT NOT NULL PRIMARY KEY,
  flag_id TEXT NOT NULL UNIQUE REFERENCES resale_flags (id),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TRIGGER resale_flag_withdrawals_no_update BEFORE UPDATE ON resale_flag_withdrawals
BEGIN SELECT RAISE(ABORT, 'resale_flag_withdrawals is append-only'); END;
CREATE TRIGGER resale_flag_withdrawals_no_delete BEFORE DELETE ON resale_flag_withdrawals
BEGIN SELECT RAISE(ABORT, 'resale_flag_withdrawals is append-only'); END;

-- Holds until the manager writes the shop's own. Amounts in minor units; `full` is what earns the whole weight.
INSERT INTO allocation_criteria (id, version, effective_on, criteria, made_at) VALUES ('allocation-criteria-1', 1, '2000-01-01', '[
  {"code": "waiting", "weight": 30, "full": 24},
  {"code": "brand-spend", "weight": 15, "full": 50000000},
  {"code": "total-spend", "weight": 10, "full": 100000000},
  {"code": "years", "weight": 15, "full": 10},
  {"code": "service", "weight": 5, "full": 3},
  {"code": "wears", "weight": 10, "full": 1},
  {"code": "not-offered", "weight": 15, "full": 1},
  {"code": "resale", "weight": -40, "full": 1}
]', 0);
