-- At what hours those of a tier are contacted, where neither their own plan nor their record says so.
ALTER TABLE tier_plans ADD COLUMN hours TEXT;
