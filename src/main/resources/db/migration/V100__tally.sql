-- Sums of every region, kept beside the reports so that a rollup need not touch them. A transaction that changes what
-- is counted appends, added up already, a row for each region, year, basis and kind that it changes. These rows are
-- folded in two steps: soon into the sums of the nation and the provinces, of which there are few and which every row
-- changes; later, region by region, into those of cities, districts and townships, of which a row changes three of
-- thousands. A reader of the nation or a province adds what waits for the first step; other readers add what waits for
-- either, of their own region. So nobody waits for the row of the nation, and every snapshot of the database has sums
-- that are exactly those of its reports.
--
-- Sums and changes have no foreign keys: they are written by statements over region, organ and report, from which
-- nothing is ever deleted.

CREATE TABLE tally (
  region text NOT NULL,
  year smallint NOT NULL,
  basis text NOT NULL,
  kind text NOT NULL,
  level text NOT NULL,
  changes bigint NOT NULL,
  changed_at timestamptz NOT NULL,
  reports integer NOT NULL,
  expected integer NOT NULL,
  unexplained integer NOT NULL,
  waived integer NOT NULL,
  cells smallint[] NOT NULL,
  numbers numeric[] NOT NULL,
  stated integer[] NOT NULL,
  blank integer[] NOT NULL,
  approximate integer[] NOT NULL,
  reported integer[] NOT NULL,
  CONSTRAINT tally_pkey PRIMARY KEY (region, year, basis, kind, level)
) WITH (
  fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0,
  toast_tuple_target = 8160
);
COMMENT ON TABLE tally IS 'What the reports of a region and of all below it say, added up: how many they are, and cell by cell, of all sections, side by side in arrays. Short of what stands in tally_delta and, below provinces, in tally_delta_below.';
COMMENT ON COLUMN tally.region IS 'The region; reports of all regions below it are in.';
COMMENT ON COLUMN tally.year IS 'Report year.';
COMMENT ON COLUMN tally.basis IS 'Which revisions count: submitted, accepted or published.';
COMMENT ON COLUMN tally.kind IS 'Of the organs; empty, as level is: of all organs together.';
COMMENT ON COLUMN tally.level IS 'Of the region that the organs belong to; empty, as kind is: of all organs together.';
COMMENT ON COLUMN tally.changes IS 'How many changes were folded. With those that still wait it says which state an answer is of: it only ever rises, by every change that can alter a sum.';
COMMENT ON COLUMN tally.changed_at IS 'When the newest of them was made.';
COMMENT ON COLUMN tally.reports IS 'How many reports.';
COMMENT ON COLUMN tally.expected IS 'How many of them were expected.';
COMMENT ON COLUMN tally.unexplained IS 'How many warnings nobody has explained.';
COMMENT ON COLUMN tally.waived IS 'How many broken hard rules offices have waived.';
COMMENT ON COLUMN tally.cells IS 'The cells that have a sum; the other arrays are in the same order.';
COMMENT ON COLUMN tally.numbers IS 'Sums of what is stated.';
COMMENT ON COLUMN tally.stated IS 'How many numbers are stated; where it is 0 the sum is none. Empty where all are as reported.';
COMMENT ON COLUMN tally.blank IS 'How often it is blank. Empty where nothing is.';
COMMENT ON COLUMN tally.approximate IS 'Publications: how many numbers are said to be about so many. Empty where none is.';
COMMENT ON COLUMN tally.reported IS 'How many reports have a row in figure or publication for it: anything but a plain 0.';

CREATE TABLE tally_delta (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  region text NOT NULL,
  year smallint NOT NULL,
  basis text NOT NULL,
  kind text NOT NULL,
  changes integer NOT NULL DEFAULT 1,
  reports integer NOT NULL,
  expected integer NOT NULL,
  unexplained integer NOT NULL,
  waived integer NOT NULL,
  cells smallint[] NOT NULL,
  numbers numeric[] NOT NULL,
  stated integer[] NOT NULL,
  blank integer[] NOT NULL,
  approximate integer[] NOT NULL,
  reported integer[] NOT NULL,
  CONSTRAINT tally_delta_pkey PRIMARY KEY (id),
  CONSTRAINT tally_delta_basis_is_known CHECK (basis IN ('submitted', 'accepted', 'published'))
) WITH (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0,
  toast_tuple_target = 8160
);
COMMENT ON TABLE tally_delta IS 'By how much a transaction has changed the sums of a region''s own organs; not yet folded into any kept sum. Stands by itself, without references.';
COMMENT ON COLUMN tally_delta.id IS 'Order of writing.';
COMMENT ON COLUMN tally_delta.at IS 'When the change was made, by the clock of the service.';
COMMENT ON COLUMN tally_delta.region IS 'Region whose own organs sums it changes.';
COMMENT ON COLUMN tally_delta.year IS 'Report year.';
COMMENT ON COLUMN tally_delta.basis IS 'As in tally.';
COMMENT ON COLUMN tally_delta.kind IS 'Kind of the organs.';
COMMENT ON COLUMN tally_delta.changes IS 'How many transactions'' changes are added up in it: 1, and more only in tally_delta_below.';
COMMENT ON COLUMN tally_delta.reports IS 'By how much the number of reports that are counted changes.';
COMMENT ON COLUMN tally_delta.expected IS 'By how much the number of those that were expected changes.';
COMMENT ON COLUMN tally_delta.unexplained IS 'By how much the number of unexplained warnings changes.';
COMMENT ON COLUMN tally_delta.waived IS 'By how much the number of waived hard rules changes.';
COMMENT ON COLUMN tally_delta.cells IS 'The cells that change, of all sections; the other arrays say how, in the same order, as in tally.';
COMMENT ON COLUMN tally_delta.numbers IS 'By how much sums change.';
COMMENT ON COLUMN tally_delta.stated IS 'By how much the counts of stated numbers change. Empty where all are as reported.';
COMMENT ON COLUMN tally_delta.blank IS 'By how much the counts of blanks change. Empty where none does.';
COMMENT ON COLUMN tally_delta.approximate IS 'By how much the counts of approximate numbers change. Empty where none does.';
COMMENT ON COLUMN tally_delta.reported IS 'By how much the number of reports changes that have a row in figure or publication for the cell.';

CREATE INDEX tally_delta_by_region ON tally_delta (region, year);

CREATE TABLE tally_delta_below (
  LIKE tally_delta INCLUDING STORAGE INCLUDING COMMENTS,
  CONSTRAINT tally_delta_below_pkey PRIMARY KEY (id)
) WITH (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
  toast_tuple_target = 8160
);
COMMENT ON TABLE tally_delta_below IS 'Rows of tally_delta, those of a region, year, basis and kind that were folded together added up, that are in the sums of the nation and the province, but not yet in those of the city, district or township.';

CREATE INDEX tally_delta_below_by_region ON tally_delta_below (region, year);

CREATE TABLE tally_rebuild (
  region text NOT NULL,
  depth integer NOT NULL,
  CONSTRAINT tally_rebuild_pkey PRIMARY KEY (region),
  CONSTRAINT tally_rebuild_region_fkey FOREIGN KEY (region) REFERENCES region
);
COMMENT ON TABLE tally_rebuild IS 'Regions whose sums are to be made anew from the reports and from the sums of the regions below: the deepest first.';
COMMENT ON COLUMN tally_rebuild.region IS 'The region.';
COMMENT ON COLUMN tally_rebuild.depth IS 'How many regions are above it.';

CREATE TABLE tally_check (
  region text NOT NULL,
  checked_at timestamptz NOT NULL,
  differences integer NOT NULL,
  CONSTRAINT tally_check_pkey PRIMARY KEY (region),
  CONSTRAINT tally_check_region_fkey FOREIGN KEY (region) REFERENCES region
);
COMMENT ON TABLE tally_check IS 'When the sums of a region were last held against what they are made of, and how many differed. There should never be one.';
COMMENT ON COLUMN tally_check.region IS 'The region.';
COMMENT ON COLUMN tally_check.checked_at IS 'When.';
COMMENT ON COLUMN tally_check.differences IS 'How many sums differed.';

CREATE INDEX tally_check_by_age ON tally_check (checked_at);
CREATE INDEX tally_check_wrong ON tally_check (differences) WHERE differences > 0;

CREATE TABLE expected_report (
  organ text NOT NULL,
  year smallint NOT NULL,
  region text NOT NULL,
  kind text NOT NULL,
  change integer NOT NULL,
  CONSTRAINT expected_report_pkey PRIMARY KEY (organ, year, region, kind),
  CONSTRAINT expected_report_is_a_change CHECK (change <> 0)
);
COMMENT ON TABLE expected_report IS 'From which year on an organ''s report is expected in a region (1), and from which on no more (-1): organ_version and exemption seen as steps, kept right in the transaction that changes those.';
COMMENT ON COLUMN expected_report.organ IS 'The organ.';
COMMENT ON COLUMN expected_report.year IS '0: since ever.';
COMMENT ON COLUMN expected_report.region IS 'Where its report is expected.';
COMMENT ON COLUMN expected_report.kind IS 'Kind of the organ then.';
COMMENT ON COLUMN expected_report.change IS '1: expected from the year on; -1: expected no more.';

CREATE TABLE expected_report_change (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  region text NOT NULL,
  kind text NOT NULL,
  year smallint NOT NULL,
  change integer NOT NULL,
  CONSTRAINT expected_report_change_pkey PRIMARY KEY (id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
COMMENT ON TABLE expected_report_change IS 'Steps that are not yet folded into expected_report_count. 0: no step; something else of an organ there has changed that an answer may show, such as its name.';
COMMENT ON COLUMN expected_report_change.id IS 'Order of writing.';
COMMENT ON COLUMN expected_report_change.at IS 'When the change was made, by the clock of the service.';
COMMENT ON COLUMN expected_report_change.region IS 'Region whose own organs it is about.';
COMMENT ON COLUMN expected_report_change.kind IS 'Kind of the organ.';
COMMENT ON COLUMN expected_report_change.year IS 'From which year on; 0: since ever.';
COMMENT ON COLUMN expected_report_change.change IS 'By how much the number of expected reports changes.';

CREATE TABLE expected_report_count (
  region text NOT NULL,
  kind text NOT NULL,
  level text NOT NULL,
  year smallint NOT NULL,
  expected integer NOT NULL,
  changes bigint NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT expected_report_count_pkey PRIMARY KEY (region, kind, level, year)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
COMMENT ON TABLE expected_report_count IS 'By how much the number of expected reports of a region and of all below it rises in a year: those of a year are the sum of all steps until then. Short of what stands in expected_report_change.';
COMMENT ON COLUMN expected_report_count.region IS 'The region; organs of all regions below it are in.';
COMMENT ON COLUMN expected_report_count.kind IS 'As in tally.';
COMMENT ON COLUMN expected_report_count.level IS 'As in tally.';
COMMENT ON COLUMN expected_report_count.year IS 'From which year on; 0: since ever.';
COMMENT ON COLUMN expected_report_count.expected IS 'By how much the number rises; negative where it falls.';
COMMENT ON COLUMN expected_report_count.changes IS 'As in tally.';
COMMENT ON COLUMN expected_report_count.changed_at IS 'When the newest of them was made.';

CREATE VIEW organ_expected_report AS
SELECT s.organ, s.year::smallint AS year, s.region, s.kind, sum(s.change)::integer AS change
FROM (
  SELECT v.organ, v.region, v.kind,
    CASE v.valid_from WHEN '-infinity' THEN 0 ELSE extract(year FROM v.valid_from) END AS year, 1 AS change
  FROM organ_version v
  UNION ALL
  SELECT v.organ, v.region, v.kind, extract(year FROM v.valid_to), -1
  FROM organ_version v WHERE v.valid_to < 'infinity'
  UNION ALL
  SELECT v.organ, v.region, v.kind, x.year + step.later, step.change
  FROM exemption x
  JOIN organ_version v ON v.organ = x.organ
    AND v.valid_from <= make_date(x.year, 12, 31) AND v.valid_to > make_date(x.year, 12, 31)
  CROSS JOIN (VALUES (0, -1), (1, 1)) AS step (later, change)
) s
GROUP BY s.organ, s.year, s.region, s.kind
HAVING sum(s.change) <> 0;
COMMENT ON VIEW organ_expected_report IS
  'What expected_report has to say of organs, by the registry. An organ existed on 31 December of the year in which a version begins, unless the version ends in that year. Ask for some organs.';
COMMENT ON COLUMN organ_expected_report.organ IS 'The organ.';
COMMENT ON COLUMN organ_expected_report.year IS 'From which year on; 0: since ever.';
COMMENT ON COLUMN organ_expected_report.region IS 'Where its report is expected.';
COMMENT ON COLUMN organ_expected_report.kind IS 'Kind of the organ then.';
COMMENT ON COLUMN organ_expected_report.change IS '1: expected from the year on; -1: expected no more.';

CREATE VIEW tally_cell AS
SELECT t.region, t.year, t.basis, u.cell, u.number, coalesce(u.stated, u.reports) AS stated, coalesce(u.blank, 0) AS blank,
  coalesce(u.approximate, 0) AS approximate, u.reports
FROM (
  SELECT region, year, basis, cells, numbers, stated, blank, approximate, reported
  FROM tally
  WHERE kind = '' AND level = ''
  UNION ALL
  SELECT w.within, d.year, d.basis, d.cells, d.numbers, d.stated, d.blank, d.approximate, d.reported
  FROM tally_delta d
  JOIN region_within w ON w.region = d.region
  UNION ALL
  SELECT w.within, d.year, d.basis, d.cells, d.numbers, d.stated, d.blank, d.approximate, d.reported
  FROM tally_delta_below d
  JOIN region_within w ON w.region = d.region
  JOIN region r ON r.code = w.within AND r.level NOT IN ('nation', 'province')
) AS t
CROSS JOIN LATERAL unnest(t.cells, t.numbers, t.stated, t.blank, t.approximate, t.reported)
  AS u (cell, number, stated, blank, approximate, reports);
COMMENT ON VIEW tally_cell IS 'The sums of all organs together, cell by cell: those that are kept and, as lines of their own, what waits to be folded. All of a region, year, basis and cell add up. Ask for some regions and years.';
COMMENT ON COLUMN tally_cell.region IS 'As in tally.';
COMMENT ON COLUMN tally_cell.year IS 'As in tally.';
COMMENT ON COLUMN tally_cell.basis IS 'As in tally.';
COMMENT ON COLUMN tally_cell.cell IS 'The cell.';
COMMENT ON COLUMN tally_cell.number IS 'As in tally, or by how much it changes.';
COMMENT ON COLUMN tally_cell.stated IS 'As in tally, or by how much it changes; never left out.';
COMMENT ON COLUMN tally_cell.blank IS 'As in tally, or by how much it changes; never left out.';
COMMENT ON COLUMN tally_cell.approximate IS 'As in tally, or by how much it changes; never left out.';
COMMENT ON COLUMN tally_cell.reports IS 'As reported in tally, or by how much it changes.';

CREATE VIEW tally_coverage AS
SELECT t.region, t.year, t.basis, t.reports, t.expected, t.unexplained, t.waived
FROM tally t
WHERE t.kind = '' AND t.level = ''
UNION ALL
SELECT w.within, d.year, d.basis, d.reports, d.expected, d.unexplained, d.waived
FROM tally_delta d
JOIN region_within w ON w.region = d.region
UNION ALL
SELECT w.within, d.year, d.basis, d.reports, d.expected, d.unexplained, d.waived
FROM tally_delta_below d
JOIN region_within w ON w.region = d.region
JOIN region r ON r.code = w.within AND r.level NOT IN ('nation', 'province');
COMMENT ON VIEW tally_coverage IS 'How many reports are in the sums of all organs together: what is kept and, as lines of their own, what waits to be folded. All of a region, year and basis add up. Ask for some regions and years.';
COMMENT ON COLUMN tally_coverage.region IS 'As in tally.';
COMMENT ON COLUMN tally_coverage.year IS 'As in tally.';
COMMENT ON COLUMN tally_coverage.basis IS 'As in tally.';
COMMENT ON COLUMN tally_coverage.reports IS 'As in tally, or by how much it changes.';
COMMENT ON COLUMN tally_coverage.expected IS 'As in tally, or by how much it changes.';
COMMENT ON COLUMN tally_coverage.unexplained IS 'As in tally, or by how much it changes.';
COMMENT ON COLUMN tally_coverage.waived IS 'As in tally, or by how much it changes.';

CREATE VIEW expected_report_step AS
SELECT t.region, t.year, t.expected AS change
FROM expected_report_count t
WHERE t.kind = '' AND t.level = ''
UNION ALL
SELECT w.within, d.year, d.change
FROM expected_report_change d
JOIN region_within w ON w.region = d.region;
COMMENT ON VIEW expected_report_step IS 'By how much the number of expected reports of a region and of all below it rises in a year: what is kept and, as lines of their own, what waits to be folded. Those of a year are the sum of all steps until then. Ask for some regions.';
COMMENT ON COLUMN expected_report_step.region IS 'As in expected_report_count.';
COMMENT ON COLUMN expected_report_step.year IS 'As in expected_report_count.';
COMMENT ON COLUMN expected_report_step.change IS 'By how much the number rises; negative where it falls.';
