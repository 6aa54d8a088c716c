-- A single statement that the planner inlines: of its two halves one is cut off by the argument.
CREATE FUNCTION report_at(as_of timestamptz)
  RETURNS TABLE (id bigint, organ text, year smallint, scope text, state text, region text, revision integer,
    published_revision integer, unexplained integer, waived integer, found jsonb, changed_at timestamptz,
    submitted_at timestamptz)
  LANGUAGE sql STABLE
AS $$
  SELECT r.id, r.organ, r.year, r.scope, r.state, r.region, r.revision, r.published_revision, r.unexplained, r.waived,
    r.findings || r.year_findings, r.changed_at, r.submitted_at
  FROM report r
  WHERE $1 IS NULL
  UNION ALL
  SELECT r.id, r.organ, r.year, r.scope, e.state, r.region, e.revision, e.published_revision, e.unexplained, e.waived,
    v.findings, e.at, (
      SELECT max(s.at) FROM report_event s WHERE s.report = r.id AND s.kind = 'submitted' AND s.at <= $1)
  FROM report r
  JOIN LATERAL (
    SELECT last.* FROM report_event last
    WHERE last.report = r.id AND last.at <= $1
    ORDER BY last.number DESC
    LIMIT 1) e ON true
  JOIN revision v ON v.report = r.id AND v.number = e.revision
  WHERE $1 IS NOT NULL
$$;
COMMENT ON FUNCTION report_at(timestamptz) IS
  'Where every report stands, now or, with an instant, as it was then. Regions are those of the registry of today.';
