-- How texts of other reports are found that a report's text may have been copied from.
--
-- An inverted list: a filing looks up some ten numbers, whatever a region has. Reading the samples of all reports of its
-- region instead cost half of a filing where a district was full.
CREATE TABLE shingle (
  key bigint NOT NULL,
  report bigint NOT NULL,
  CONSTRAINT shingle_pkey PRIMARY KEY (key, report)
);
COMMENT ON TABLE shingle IS 'Sketches of the texts of the newest revisions that were handed in: by them texts are found that are much the same. Computed from documents; changed and deleted as they are. Whether the report counts now, its row in report says.';
COMMENT ON COLUMN shingle.key IS 'Upper 32 bits: hash of region, year and scope. Lower 32 bits: hash of eight Chinese characters that stand beside each other in a part of the text, one of the eight smallest of the part among those that are sampled.';
COMMENT ON COLUMN shingle.report IS 'The report; no foreign key, as with all that a filing writes: see V060__report.sql.';

-- Texts that are corrected, masked or moved take their numbers along.
CREATE INDEX shingle_by_report ON shingle (report);
