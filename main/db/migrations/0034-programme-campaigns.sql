-- A programme's campaigns: which programme a campaign belongs to, whose comparison group it leaves out, and which action of
-- the programme it is.

ALTER TABLE campaigns ADD COLUMN programme_id TEXT REFERENCES programmes (id);
-- 1: whoever another running programme holds out for comparison is left out, too; somebody chose so.
ALTER TABLE campaigns ADD COLUMN leaves_out_others INTEGER NOT NULL DEFAULT 0 CHECK (leaves_out_others IN (0, 1));
CREATE INDEX campaigns_by_programme ON campaigns (programme_id, starts_on) WHERE programme_id IS NOT NULL;

ALTER TABLE programme_actions ADD COLUMN campaign_id TEXT REFERENCES campaigns (id)
  CHECK (campaign_id IS NULL OR kind = 'campaign');
-- One action is one campaign.
CREATE UNIQUE INDEX programme_actions_by_campaign ON programme_actions (campaign_id) WHERE campaign_id IS NOT NULL;
