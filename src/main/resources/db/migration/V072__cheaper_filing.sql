-- What a filing costs the database. Rows of these tables are written by the service alone, in the transaction that opens or
-- corrects the report that they belong to, with the id and the revision that it has just written, and never changed or
-- deleted. To look both up again for each row (20 figures a report, two keys each) was two thirds of the work of a filing
-- and found nothing wrong that could happen. report keeps its references: what it points at is written by others.
ALTER TABLE figure DROP CONSTRAINT figure_report_fkey, DROP CONSTRAINT figure_cell_fkey;
ALTER TABLE publication DROP CONSTRAINT publication_report_fkey;
ALTER TABLE receipt DROP CONSTRAINT receipt_report_revision_fkey;
ALTER TABLE report_event DROP CONSTRAINT report_event_report_fkey;
ALTER TABLE revision DROP CONSTRAINT revision_report_fkey;
COMMENT ON COLUMN figure.cell IS 'A number of cell, from which nothing is ever deleted.';

-- Year, scope and state together looked as good as the unique key to a planner that had no statistics yet: with a load of
-- 20,000 reports each search for one of them read the whole year. The order by id is what a page of a list wants, and a
-- report whose state changes has no index to follow.
DROP INDEX report_by_year;
CREATE INDEX report_by_year ON report (year, id);

-- Nothing is ever looked for by these, and to compare samples of them with each other was a sixth of what the database did
-- during a load.
ALTER TABLE report ALTER COLUMN editions SET STATISTICS 0, ALTER COLUMN findings SET STATISTICS 0,
  ALTER COLUMN year_findings SET STATISTICS 0;
ALTER TABLE revision ALTER COLUMN document SET STATISTICS 0, ALTER COLUMN digest SET STATISTICS 0,
  ALTER COLUMN editions SET STATISTICS 0, ALTER COLUMN findings SET STATISTICS 0, ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE receipt ALTER COLUMN digest SET STATISTICS 0;
ALTER TABLE report_event ALTER COLUMN reason SET STATISTICS 0, ALTER COLUMN detail SET STATISTICS 0;

-- A document is some 8 kB of text and is compressed when it is written; lz4 needs a tenth of the time. Servers that were
-- built without it go on as before.
DO $$
BEGIN
  ALTER TABLE revision ALTER COLUMN document SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END
$$;
