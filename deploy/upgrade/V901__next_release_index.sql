-- An index of a table that is written to meanwhile, in a file of its own, since it needs to be outside of a transaction.
CREATE INDEX CONCURRENTLY report_rehearsed_count_idx ON report (rehearsed_count);
