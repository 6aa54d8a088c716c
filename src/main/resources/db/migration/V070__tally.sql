-- Sums of every region, kept beside the reports so that a rollup need not touch them. Whoever changes what is counted
-- appends a change in the same transaction; changes are folded into the sums of the region and of every region above it
-- later, by one transaction at a time; whoever reads adds what is not folded yet. So nobody waits for the row of the
-- nation, and every snapshot of the database has sums that are exactly those of its reports.

ALTER TABLE report
  ADD COLUMN kind text,
  ADD COLUMN expected boolean;
UPDATE report r SET kind = o.kind, expected = o.expected
FROM (SELECT DISTINCT year FROM report) y CROSS JOIN LATERAL organ_in_year(y.year) o
WHERE r.year = y.year AND r.organ = o.organ;
-- Of a year in which the organ is no longer there, because the registry was corrected.
UPDATE report r SET expected = false, kind = (
  SELECT v.kind FROM organ_version v WHERE v.organ = r.organ
  ORDER BY v.valid_from <= make_date(r.year, 12, 31) DESC, v.valid_from DESC LIMIT 1)
WHERE r.kind IS NULL;
ALTER TABLE report ALTER COLUMN kind SET NOT NULL, ALTER COLUMN expected SET NOT NULL;
COMMENT ON COLUMN report.kind IS
  'The kind of the organ in the report year; follows when the registry is corrected.';
COMMENT ON COLUMN report.expected IS
  'Whether the registry expects this organ''s report of the year: it existed on 31 December and is not exempt; follows the registry.';

ALTER TABLE cell ADD COLUMN section text NOT NULL
  GENERATED ALWAYS AS (split_part(split_part(path, '.', 1), '#', 1)) STORED;
COMMENT ON COLUMN cell.path IS
  'As in the JSON of a report: applications.received.naturalPerson. Editions share a path where they mean the same. For sums only: applications#2021 counts the reports whose section follows that edition, publications.website.item is a channel with its unit, publications..item the stated total over all channels.';
COMMENT ON COLUMN cell.section IS 'The section of the form that the cell is in.';

CREATE TABLE tally_change (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          timestamptz NOT NULL,
  region      text        NOT NULL,
  kind        text        NOT NULL,
  year        smallint    NOT NULL,
  basis       text        NOT NULL CHECK (basis IN ('submitted', 'accepted', 'published')),
  report      bigint      NOT NULL,
  revision    integer     NOT NULL,
  sign        smallint    NOT NULL CHECK (sign IN (-1, 0, 1)),
  expected    integer     NOT NULL,
  unexplained integer     NOT NULL,
  waived      integer     NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
COMMENT ON TABLE tally_change IS
  'A revision that came to be counted or is counted no more, not yet folded into tally and tally_count. Stands by itself, without references.';
COMMENT ON COLUMN tally_change.sign IS '1: its figures are to be added; -1: taken away; 0: only what is said of it has changed.';
COMMENT ON COLUMN tally_change.expected IS 'By how much the number of reports that were expected changes.';
COMMENT ON COLUMN tally_change.unexplained IS 'By how much the number of unexplained warnings changes.';
COMMENT ON COLUMN tally_change.waived IS 'By how much the number of waived hard rules changes.';

CREATE TABLE tally (
  region      text       NOT NULL,
  year        smallint   NOT NULL,
  basis       text       NOT NULL,
  section     text       NOT NULL,
  kind        text       NOT NULL,
  level       text       NOT NULL,
  cells       smallint[] NOT NULL,
  numbers     numeric[]  NOT NULL,
  stated      integer[]  NOT NULL,
  blank       integer[]  NOT NULL,
  approximate integer[]  NOT NULL,
  reports     integer[]  NOT NULL,
  PRIMARY KEY (region, year, basis, section, kind, level)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
COMMENT ON TABLE tally IS
  'What the reports of a region and of all below it say in the cells of a section, added up: cell by cell, side by side in arrays. Short of what stands in tally_change.';
COMMENT ON COLUMN tally.kind IS 'Of the organs; empty, as level is: of all organs together.';
COMMENT ON COLUMN tally.level IS 'Of the region that the organs belong to; empty, as kind is: of all organs together.';
COMMENT ON COLUMN tally.numbers IS 'Sums of what is stated.';
COMMENT ON COLUMN tally.stated IS 'How many numbers are stated; where it is 0 the sum is none.';
COMMENT ON COLUMN tally.blank IS 'How often it is blank.';
COMMENT ON COLUMN tally.approximate IS 'Publications: how many numbers are said to be about so many.';
COMMENT ON COLUMN tally.reports IS 'How many reports have a row in figure or publication for it: anything but a plain 0.';

CREATE TABLE tally_count (
  region      text        NOT NULL,
  year        smallint    NOT NULL,
  basis       text        NOT NULL,
  kind        text        NOT NULL,
  level       text        NOT NULL,
  reports     integer     NOT NULL,
  expected    integer     NOT NULL,
  unexplained integer     NOT NULL,
  waived      integer     NOT NULL,
  changes     bigint      NOT NULL,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (region, year, basis, kind, level)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
COMMENT ON TABLE tally_count IS
  'How many reports of a region and of all below it are in tally. Short of what stands in tally_change.';
COMMENT ON COLUMN tally_count.expected IS 'How many of them were expected.';
COMMENT ON COLUMN tally_count.changes IS
  'How many changes were folded. With those that still wait it says which state an answer is of: it only ever rises, by every change that can alter a sum.';
COMMENT ON COLUMN tally_count.changed_at IS 'When the newest of them was made.';

CREATE TABLE duty (
  organ  text     NOT NULL,
  year   smallint NOT NULL,
  region text     NOT NULL,
  kind   text     NOT NULL,
  change integer  NOT NULL CHECK (change <> 0),
  PRIMARY KEY (organ, year, region, kind)
);
COMMENT ON TABLE duty IS
  'From which year on an organ''s report is expected in a region (1), and from which on no more (-1): organ_version and exemption seen as steps, kept right in the transaction that changes those.';
COMMENT ON COLUMN duty.year IS '0: since ever.';

CREATE TABLE duty_change (
  id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at     timestamptz NOT NULL,
  region text        NOT NULL,
  kind   text        NOT NULL,
  year   smallint    NOT NULL,
  change integer     NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
COMMENT ON TABLE duty_change IS
  'Steps that are not yet folded into duty_count. 0: no step; something else of an organ there has changed that an answer may show, such as its name.';

CREATE TABLE duty_count (
  region     text        NOT NULL,
  kind       text        NOT NULL,
  level      text        NOT NULL,
  year       smallint    NOT NULL,
  expected   integer     NOT NULL,
  changes    bigint      NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (region, kind, level, year)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
COMMENT ON TABLE duty_count IS
  'By how much the number of expected reports of a region and of all below it rises in a year: those of a year are the sum of all steps until then. Short of what stands in duty_change.';
COMMENT ON COLUMN duty_count.kind IS 'As in tally.';
COMMENT ON COLUMN duty_count.changes IS 'As in tally_count.';

-- A single statement; it holds no logic of its own.
CREATE FUNCTION organ_duty(organs text[])
  RETURNS TABLE (organ text, year smallint, region text, kind text, change integer)
  LANGUAGE sql STABLE
AS $$
  SELECT s.organ, s.year::smallint, s.region, s.kind, sum(s.change)::integer
  FROM (
    SELECT v.organ, v.region, v.kind,
      CASE v.valid_from WHEN '-infinity' THEN 0 ELSE extract(year FROM v.valid_from) END AS year, 1 AS change
    FROM organ_version v WHERE v.organ = ANY ($1)
    UNION ALL
    SELECT v.organ, v.region, v.kind, extract(year FROM v.valid_to), -1
    FROM organ_version v WHERE v.organ = ANY ($1) AND v.valid_to < 'infinity'
    UNION ALL
    SELECT v.organ, v.region, v.kind, x.year + step.later, step.change
    FROM exemption x
    JOIN organ_version v ON v.organ = x.organ
      AND v.valid_from <= make_date(x.year, 12, 31) AND v.valid_to > make_date(x.year, 12, 31)
    CROSS JOIN (VALUES (0, -1), (1, 1)) AS step (later, change)
    WHERE x.organ = ANY ($1)
  ) s
  GROUP BY s.organ, s.year, s.region, s.kind
  HAVING sum(s.change) <> 0
$$;
COMMENT ON FUNCTION organ_duty(text[]) IS
  'What duty has to say of these organs, by the registry. An organ existed on 31 December of the year in which a version begins, unless the version ends in that year.';

-- A single statement that the planner inlines; it holds no logic of its own.
CREATE FUNCTION revision_said(report bigint, revision integer)
  RETURNS TABLE (cell smallint, number numeric, stated integer, blank integer, approximate integer)
  LANGUAGE sql STABLE
AS $$
  SELECT f.cell, f.number, (f.number IS NOT NULL)::integer, f.blank::integer, 0
  FROM figure f
  WHERE f.report = $1 AND f.revision = $2
  UNION ALL
  SELECT c.id, sum(p.count), count(p.count)::integer, (count(*) - count(p.count))::integer,
    count(*) FILTER (WHERE p.approximate)::integer
  FROM publication p
  JOIN cell c ON c.path = 'publications.' || coalesce(p.channel, '') || '.' || p.unit
  WHERE p.report = $1 AND p.revision = $2
  GROUP BY c.id
  UNION ALL
  SELECT c.id, 1, 1, 0, 0
  FROM revision v
  CROSS JOIN LATERAL jsonb_each_text(v.editions) AS section
  JOIN cell c ON c.path = section.key || '#' || section.value
  WHERE v.report = $1 AND v.number = $2
$$;
COMMENT ON FUNCTION revision_said(bigint, integer) IS
  'What a revision that was submitted adds to sums, by cell: its figures, its publications by channel and unit, and per section that it follows an edition.';

INSERT INTO duty (organ, year, region, kind, change)
SELECT organ, year, region, kind, change FROM organ_duty(ARRAY(SELECT code FROM organ));
INSERT INTO duty_count (region, kind, level, year, expected, changes, changed_at)
SELECT w.within, as_a.kind, as_a.level, d.year, sum(d.change), count(*), now()
FROM duty d
JOIN region r ON r.code = d.region
JOIN region_within w ON w.region = d.region
CROSS JOIN LATERAL (VALUES ('', ''), (d.kind, r.level)) AS as_a (kind, level)
GROUP BY 1, 2, 3, 4;

DROP FUNCTION report_counted(text, timestamptz);
-- A single statement that the planner inlines: of its two halves one is cut off by the argument.
CREATE FUNCTION report_counted(basis text, as_of timestamptz)
  RETURNS TABLE (report bigint, revision integer, organ text, year smallint, region text, kind text, expected boolean,
    editions jsonb, unexplained integer, waived integer)
  LANGUAGE sql STABLE
AS $$
  SELECT r.id, CASE $1 WHEN 'published' THEN r.published_revision ELSE r.revision END, r.organ, r.year, r.region,
    r.kind, r.expected,
    CASE WHEN $1 = 'published' AND r.published_revision <> r.revision
      THEN (SELECT v.editions FROM revision v WHERE v.report = r.id AND v.number = r.published_revision)
      ELSE r.editions
    END,
    r.unexplained, r.waived
  FROM report r
  WHERE $2 IS NULL AND r.scope = 'organ'
    AND CASE $1
      WHEN 'submitted' THEN r.state IN ('submitted', 'accepted', 'published')
      WHEN 'accepted' THEN r.state IN ('accepted', 'published')
      ELSE r.published_revision IS NOT NULL
    END
  UNION ALL
  SELECT r.id, CASE $1 WHEN 'published' THEN e.published_revision ELSE e.revision END, r.organ, r.year, r.region,
    r.kind, r.expected,
    (SELECT v.editions FROM revision v WHERE v.report = r.id
      AND v.number = CASE $1 WHEN 'published' THEN e.published_revision ELSE e.revision END),
    e.unexplained, e.waived
  FROM report r
  JOIN LATERAL (
    SELECT last.* FROM report_event last
    WHERE last.report = r.id AND last.at <= $2
    ORDER BY last.number DESC
    LIMIT 1) e ON true
  WHERE $2 IS NOT NULL AND r.scope = 'organ'
    AND CASE $1
      WHEN 'submitted' THEN e.state IN ('submitted', 'accepted', 'published')
      WHEN 'accepted' THEN e.state IN ('accepted', 'published')
      ELSE e.published_revision IS NOT NULL
    END
$$;
COMMENT ON FUNCTION report_counted(text, timestamptz) IS
  'The revisions that a rollup on this basis counts, now or, with an instant, as it was then. Regions, kinds and duties are those of the registry of today.';

-- What is counted already waits to be folded, which the service does when it has started.
INSERT INTO tally_change (at, region, kind, year, basis, report, revision, sign, expected, unexplained, waived)
SELECT now(), c.region, c.kind, c.year, b.basis, c.report, c.revision, 1, c.expected::integer, c.unexplained, c.waived
FROM (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
CROSS JOIN LATERAL report_counted(b.basis, NULL) AS c
ORDER BY c.region, c.year;

CREATE FUNCTION tally_place(by text, region text)
  RETURNS TABLE (code text, region text, level text, whole boolean)
  LANGUAGE sql STABLE
AS $$
  SELECT $2, $2, NULL::text, true WHERE $1 IN ('none', 'year')
  UNION ALL
  SELECT c.code, c.code, NULL, true FROM region c WHERE $1 = 'region' AND c.parent = $2
  UNION ALL
  SELECT r.code, r.code, r.level, false FROM region r WHERE $1 = 'region' AND r.code = $2
  UNION ALL
  SELECT l.level, $2, l.level, false
  FROM (VALUES ('nation'), ('province'), ('city'), ('district'), ('township')) AS l (level) WHERE $1 = 'level'
$$;
COMMENT ON FUNCTION tally_place(text, text) IS
  'Which sums make the places that an answer has. whole: all organs below; else those of regions of the level.';

CREATE FUNCTION tally_place_of(by text, region text, of_region text) RETURNS text
  LANGUAGE sql STABLE
AS $$
  SELECT CASE $1
    WHEN 'level' THEN (SELECT r.level FROM region r WHERE r.code = $3)
    WHEN 'region' THEN coalesce((
      SELECT above.within FROM region_within above JOIN region c ON c.code = above.within AND c.parent = $2
      WHERE above.region = $3), $2)
    ELSE $2
  END
$$;
COMMENT ON FUNCTION tally_place_of(text, text, text) IS
  'The place of an answer that a region within the one asked for belongs to.';

CREATE TABLE tally_check (
  region      text        PRIMARY KEY REFERENCES region,
  checked_at  timestamptz NOT NULL,
  differences integer     NOT NULL
);
COMMENT ON TABLE tally_check IS
  'When the sums of a region were last held against what they are made of, and how many differed. There should never be one.';
CREATE INDEX tally_check_by_age ON tally_check (checked_at);
CREATE INDEX tally_check_wrong ON tally_check (differences) WHERE differences > 0;
