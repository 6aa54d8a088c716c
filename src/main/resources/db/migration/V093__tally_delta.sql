-- What waits to be folded, added up already by whoever changed it. Until now there was a row for each report and basis, whose
-- figures every reader had to look up, join and add: with 51,000 of them a rollup of the nation took longer than a minute.
-- Now a transaction appends one row for each region, year, basis and kind that it changes, with the sums of all that it
-- changes there. It is folded in two steps: soon into the sums of the nation and the provinces, of which there are few and
-- which every row changes; later, region by region, into those of cities, districts and townships, of which a row changes
-- three of thousands. A reader of the nation or a province adds what waits for the first step; other readers add what waits
-- for either, of their own region.

CREATE TABLE tally_delta (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          timestamptz NOT NULL,
  region      text        NOT NULL,
  year        smallint    NOT NULL,
  basis       text        NOT NULL,
  kind        text        NOT NULL,
  reports     integer     NOT NULL,
  expected    integer     NOT NULL,
  unexplained integer     NOT NULL,
  waived      integer     NOT NULL,
  cells       smallint[]  NOT NULL,
  numbers     numeric[]   NOT NULL,
  stated      integer[]   NOT NULL,
  blank       integer[]   NOT NULL,
  approximate integer[]   NOT NULL,
  reported    integer[]   NOT NULL,
  CONSTRAINT tally_delta_basis_is_known CHECK (basis IN ('submitted', 'accepted', 'published'))
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0,
  toast_tuple_target = 8160);
COMMENT ON TABLE tally_delta IS
  'By how much a transaction has changed the sums of a region''s own organs; not yet folded into any kept sum. Stands by itself, without references.';
COMMENT ON COLUMN tally_delta.at IS 'When the change was made, by the clock of the service.';
COMMENT ON COLUMN tally_delta.reports IS 'By how much the number of reports that are counted changes.';
COMMENT ON COLUMN tally_delta.expected IS 'By how much the number of those that were expected changes.';
COMMENT ON COLUMN tally_delta.unexplained IS 'By how much the number of unexplained warnings changes.';
COMMENT ON COLUMN tally_delta.waived IS 'By how much the number of waived hard rules changes.';
COMMENT ON COLUMN tally_delta.cells IS 'The cells that change, of all sections; the other arrays say how, in the same order, as in tally.';
COMMENT ON COLUMN tally_delta.reported IS 'What tally calls reports: how many reports more have a row in figure or publication for the cell.';

CREATE INDEX tally_delta_by_region ON tally_delta (region, year);

CREATE TABLE tally_delta_below (
  LIKE tally_delta INCLUDING STORAGE,
  CONSTRAINT tally_delta_below_pkey PRIMARY KEY (id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
  toast_tuple_target = 8160);
CREATE INDEX tally_delta_below_by_region ON tally_delta_below (region, year);
COMMENT ON TABLE tally_delta_below IS
  'Rows of tally_delta that are in the sums of the nation and the province, but not yet in those of the city, district or township.';

CREATE FUNCTION tally_reads_below(by text, region text) RETURNS boolean
  LANGUAGE sql STABLE
AS $$
  SELECT CASE $1 WHEN 'region' THEN r.level <> 'nation' ELSE r.level NOT IN ('nation', 'province') END
  FROM region r WHERE r.code = $2
$$;
COMMENT ON FUNCTION tally_reads_below(text, text) IS
  'Whether an answer has places whose sums are short of tally_delta_below, too. Nothing in there is of a province''s own organs.';

CREATE TABLE tally_rebuild (
  region text    PRIMARY KEY REFERENCES region,
  depth  integer NOT NULL
);
COMMENT ON TABLE tally_rebuild IS
  'Regions whose sums are to be made anew from the reports and from the sums of the regions below: the deepest first.';
COMMENT ON COLUMN tally_rebuild.depth IS 'How many regions are above it.';

-- What waits at this moment.
WITH cell_sum AS (
  SELECT c.region, c.year, c.basis, c.kind, s.cell, coalesce(sum(c.sign * s.number), 0) AS number,
    sum(c.sign * s.stated)::integer AS stated, sum(c.sign * s.blank)::integer AS blank,
    sum(c.sign * s.approximate)::integer AS approximate, sum(c.sign)::integer AS reported
  FROM tally_change c
  CROSS JOIN LATERAL revision_said(c.report, c.revision) AS s
  WHERE c.sign <> 0
  GROUP BY 1, 2, 3, 4, 5
),
said AS (
  SELECT region, year, basis, kind, array_agg(cell ORDER BY cell) AS cells, array_agg(number ORDER BY cell) AS numbers,
    array_agg(stated ORDER BY cell) AS stated, array_agg(blank ORDER BY cell) AS blank,
    array_agg(approximate ORDER BY cell) AS approximate, array_agg(reported ORDER BY cell) AS reported
  FROM cell_sum
  WHERE (number, stated, blank, approximate, reported) <> (0, 0, 0, 0, 0)
  GROUP BY 1, 2, 3, 4
)
INSERT INTO tally_delta (at, region, year, basis, kind, reports, expected, unexplained, waived, cells, numbers, stated, blank,
  approximate, reported)
SELECT c.at, c.region, c.year, c.basis, c.kind, c.reports, c.expected, c.unexplained, c.waived, coalesce(s.cells, '{}'),
  coalesce(s.numbers, '{}'), coalesce(s.stated, '{}'), coalesce(s.blank, '{}'), coalesce(s.approximate, '{}'),
  coalesce(s.reported, '{}')
FROM (
  SELECT max(at) AS at, region, year, basis, kind, sum(sign) AS reports, sum(expected) AS expected,
    sum(unexplained) AS unexplained, sum(waived) AS waived
  FROM tally_change
  GROUP BY region, year, basis, kind) c
LEFT JOIN said s USING (region, year, basis, kind)
ORDER BY c.region, c.year;

-- Answers are told apart by how many changes there were; those that were added up just now still count each for one.
UPDATE tally_count t SET changes = t.changes + c.changes
FROM (
  SELECT w.within, c.year, c.basis, as_a.kind, as_a.level, count(*) - count(DISTINCT (c.region, c.kind)) AS changes
  FROM tally_change c
  JOIN region r ON r.code = c.region
  JOIN region_within w ON w.region = c.region
  CROSS JOIN LATERAL (VALUES ('', ''), (c.kind, r.level)) AS as_a (kind, level)
  GROUP BY 1, 2, 3, 4, 5) c
WHERE t.region = c.within AND t.year = c.year AND t.basis = c.basis AND t.kind = c.kind AND t.level = c.level;

DROP TABLE tally_change;

COMMENT ON TABLE tally IS
  'What the reports of a region and of all below it say in the cells of a section, added up: cell by cell, side by side in arrays. Short of what stands in tally_delta and, below provinces, in tally_delta_below.';
COMMENT ON TABLE tally_count IS
  'How many reports of a region and of all below it are in tally. Short of what stands in tally_delta and, below provinces, in tally_delta_below.';
