-- What customers say when they are asked: surveys of up to five questions, every wording kept as a version, and each answer
-- bound to the version that was asked.

CREATE TABLE surveys (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- No longer asked; its answers stay.
  retired_at INTEGER
) STRICT;

CREATE TABLE survey_versions (
  id TEXT NOT NULL PRIMARY KEY,
  survey_id TEXT NOT NULL REFERENCES surveys (id),
  version INTEGER NOT NULL,
  -- JSON array of questions: id, kind, text by language, choices.
  questions TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  -- Null for the one that comes with the app.
  made_by TEXT REFERENCES staff (id),
  UNIQUE (survey_id, version)
) STRICT;
CREATE TRIGGER survey_versions_no_update BEFORE UPDATE ON survey_versions
BEGIN SELECT RAISE(ABORT, 'survey_versions is append-only'); END;
CREATE TRIGGER survey_versions_no_delete BEFORE DELETE ON survey_versions
BEGIN SELECT RAISE(ABORT, 'survey_versions is append-only'); END;

CREATE TABLE feedback (
  id TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  survey_version_id TEXT NOT NULL REFERENCES survey_versions (id),
  at INTEGER NOT NULL,
  -- The month on the shop's calendar, 'YYYY-MM', for the trend.
  month TEXT NOT NULL,
  asked_by TEXT NOT NULL REFERENCES staff (id),
  -- Whoever served the customer: of the purchase it follows, otherwise whoever asked.
  served_by TEXT NOT NULL REFERENCES staff (id),
  sale_id TEXT REFERENCES sales (id),
  how TEXT NOT NULL CHECK (how IN ('counter', 'paper', 'phone')),
  language TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('answered', 'declined')),
  -- JSON object: question id to what was answered.
  answers TEXT NOT NULL DEFAULT '{}',
  nps INTEGER CHECK (nps BETWEEN 0 AND 10),
  csat INTEGER CHECK (csat BETWEEN 1 AND 5)
) STRICT;
CREATE INDEX feedback_by_customer ON feedback (customer_id, at);
CREATE INDEX feedback_by_time ON feedback (at);
CREATE INDEX feedback_by_month ON feedback (month);
CREATE INDEX feedback_by_sale ON feedback (sale_id) WHERE sale_id IS NOT NULL;
-- A merge may move it to the record that stands; what was said stays as it was said.
CREATE TRIGGER feedback_no_rewriting BEFORE UPDATE OF id, survey_version_id, at, month, asked_by, served_by, sale_id, how,
  language, status, answers, nps, csat ON feedback
BEGIN SELECT RAISE(ABORT, 'feedback is append-only'); END;
CREATE TRIGGER feedback_no_delete BEFORE DELETE ON feedback
BEGIN SELECT RAISE(ABORT, 'feedback is append-only'); END;

-- What a low score led to: a complaint, a promise, or nothing and why. Append-only.
CREATE TABLE feedback_follow_ups (
  id TEXT NOT NULL PRIMARY KEY,
  feedback_id TEXT NOT NULL UNIQUE REFERENCES feedback (id),
  at INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('complaint', 'promise', 'none')),
  -- Of the complaint or the promise.
  ref_id TEXT,
  number TEXT,
  words TEXT,
  CHECK ((kind = 'none') = (ref_id IS NULL))
) STRICT;
CREATE TRIGGER feedback_follow_ups_no_update BEFORE UPDATE ON feedback_follow_ups
BEGIN SELECT RAISE(ABORT, 'feedback_follow_ups is append-only'); END;
CREATE TRIGGER feedback_follow_ups_no_delete BEFORE DELETE ON feedback_follow_ups
BEGIN SELECT RAISE(ABORT, 'feedback_follow_ups is append-only'); END;

-- The survey that comes with the app; the manager's own wording becomes its next version.
INSERT INTO surveys (id, name, created_at) VALUES ('survey-after-purchase', 'After a purchase', 0);
INSERT INTO survey_versions (id, survey_id, version, questions, made_at) VALUES ('survey-after-purchase-1', 'survey-after-purchase', 1, '[
  {"id": "recommend", "kind": "nps", "choices": [], "text": {
    "en": "How likely are you to recommend us to a friend?",
    "zh-Hant": "您有多大可能向朋友推薦我們？",
    "zh-Hans": "您有多大可能向朋友推荐我们？"}},
  {"id": "service", "kind": "csat", "choices": [], "text": {
    "en": "How satisfied are you with how we looked after you?",
    "zh-Hant": "您對我們的接待有多滿意？",
    "zh-Hans": "您对我们的接待有多满意？"}},
  {"id": "better", "kind": "choice", "text": {
    "en": "What could we do better?",
    "zh-Hant": "我們可以在哪方面做得更好？",
    "zh-Hans": "我们可以在哪方面做得更好？"},
   "choices": [
    {"id": "nothing", "text": {"en": "Nothing, all was well", "zh-Hant": "沒有，一切都好", "zh-Hans": "没有，一切都好"}},
    {"id": "knowledge", "text": {"en": "Know the watches better", "zh-Hant": "對腕錶的認識", "zh-Hans": "对腕表的认识"}},
    {"id": "choice", "text": {"en": "More to choose from", "zh-Hant": "更多選擇", "zh-Hans": "更多选择"}},
    {"id": "waiting", "text": {"en": "Less waiting", "zh-Hant": "縮短等候時間", "zh-Hans": "缩短等候时间"}},
    {"id": "aftercare", "text": {"en": "Care afterwards", "zh-Hant": "售後服務", "zh-Hans": "售后服务"}}]},
  {"id": "words", "kind": "words", "choices": [], "text": {
    "en": "Is there anything else you would like to tell us?",
    "zh-Hant": "還有甚麼想告訴我們？",
    "zh-Hans": "还有什么想告诉我们？"}}
]', 0);
