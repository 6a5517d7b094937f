-- What customers are found by has grown (needs, gifts, meetings, feedback, hand-overs, plans): keys written before lack those
-- words. Keys are a function of the rows in code, so a step can only say that they are stale; whoever migrates makes the index
-- anew in the same transaction (main/kernel/update-database.ts). A change of what keys are made of is a step like this one.
INSERT INTO meta (key, value) SELECT 'search_index', 'stale' WHERE EXISTS (SELECT 1 FROM search_docs);
