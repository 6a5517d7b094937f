-- Customers whose keys were written before their needs, gifts, meetings, feedback, hand-overs and plans had any: the documents
-- after `after_doc` up to `until_doc`. Keys are a function of the rows in code, so they are written anew a few at a time while
-- the shop is open. No row: nothing is left to do. Whoever changes what the keys are made of adds the row again.
CREATE TABLE search_renewal (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  after_doc INTEGER NOT NULL,
  until_doc INTEGER NOT NULL
) STRICT;
INSERT INTO search_renewal (one, after_doc, until_doc)
  SELECT 1, min(doc) - 1, max(doc) FROM search_docs WHERE kind = 'customer' HAVING count(*) > 0;
