-- The review list looks for a few sales among all of a quarter: those that are marked, and those with a line at less than its price.
-- In a shop of millions of receipts it stood still for seconds.
CREATE INDEX sales_flagged ON sales (sold_on) WHERE flags <> '[]';
CREATE INDEX sale_lines_discounted ON sale_lines (sale_no) WHERE discount_minor > 0;
