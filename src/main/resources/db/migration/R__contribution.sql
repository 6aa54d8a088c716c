-- What each report gives to one number of a rollup. A single statement that the planner inlines, of whose two halves one is
-- cut off by the argument; it holds no logic of its own. OFFSET 0 keeps the planner from reading the reports of the nation to
-- join them with the regions of a district.
DROP FUNCTION IF EXISTS contribution(text, integer, text, timestamptz, text, text[], text[], text, text);
CREATE OR REPLACE FUNCTION contribution(under text, for_year integer, basis text, as_of timestamptz, in_section text,
    paths text[], editions text[], layouts text[], of_channel text, in_unit text)
  RETURNS TABLE (report bigint, revision integer, organ text, kind text, region text, below text, number numeric, blank bigint,
    approximate bigint, counted boolean, other_layout boolean, edition text)
  LANGUAGE sql STABLE
AS $$
  SELECT r.report, r.revision, r.organ, r.kind, r.region, place.below,
    CASE WHEN f.unstated < h.cells THEN coalesce(f.number, 0) END, f.blank, 0::bigint, h.cells > 0,
    r.editions ->> $5 <> ALL ($8), r.editions ->> $5
  FROM region_place($1) AS place
  CROSS JOIN LATERAL (
    SELECT * FROM report_counted($3, $4) AS c WHERE c.region = place.region AND c.year = $2 OFFSET 0
  ) AS r
  CROSS JOIN LATERAL (
    SELECT sum(f.number) FILTER (WHERE c.path = ANY ($6)) AS number,
      count(*) FILTER (WHERE c.path = ANY ($6) AND f.blank) AS blank,
      count(*) FILTER (WHERE c.path = ANY ($6) AND f.number IS NULL) AS unstated,
      count(*) FILTER (WHERE c.path LIKE '%@%' AND c.path = ANY ($6)) AS in_own_unit,
      count(*) FILTER (WHERE c.path <> ALL ($6)) AS elsewhere
    FROM figure f
    JOIN cell c ON c.id = f.cell
    WHERE f.report = r.report AND f.revision = r.revision
      AND f.cell = ANY (ARRAY(SELECT w.id FROM cell w WHERE split_part(w.path, '@', 1) = ANY ($6) OR w.path = ANY ($6)))
  ) AS f
  CROSS JOIN LATERAL (
    SELECT count(*) - f.elsewhere + f.in_own_unit AS cells
    FROM unnest($6, $7) AS w (path, edition)
    WHERE w.edition = r.editions ->> $5
  ) AS h
  WHERE $5 <> 'publications' AND (h.cells > 0 OR r.editions ->> $5 <> ALL ($8))
  UNION ALL
  SELECT r.report, r.revision, r.organ, r.kind, r.region, place.below, p.number, p.blank, p.approximate, true,
    false, NULL
  FROM region_place($1) AS place
  CROSS JOIN LATERAL (
    SELECT * FROM report_counted($3, $4) AS c WHERE c.region = place.region AND c.year = $2 OFFSET 0
  ) AS r
  CROSS JOIN LATERAL (
    SELECT sum(p.count) AS number, count(*) FILTER (WHERE p.count IS NULL) AS blank,
      count(*) FILTER (WHERE p.approximate) AS approximate, count(*) AS counts
    FROM publication p
    WHERE p.report = r.report AND p.revision = r.revision
      AND p.channel IS NOT DISTINCT FROM $9 AND p.unit = $10
  ) AS p
  WHERE $5 = 'publications' AND p.counts > 0
$$;
COMMENT ON FUNCTION contribution(text, integer, text, timestamptz, text, text[], text[], text[], text, text) IS
  'What each counted report of a region, and of all below it, gives to a sum of leaf cells (paths, each with an edition that has it; null: a cell in a unit that reports state themselves), or to a channel of publication. number is null where the report states none of the cells, blank counts those that it leaves blank; below is what region_place says. Reports whose section follows an edition without the number, which layouts does not name, come too: other_layout, and not counted.';
