-- Who has filed, and in time. Single statements that the planner inlines; they hold no logic of their own.

CREATE VIEW own_report AS
SELECT r.id, r.organ, r.year, r.region, r.state, r.changed_at,
  r.state IN ('submitted', 'accepted', 'published') AS filed,
  r.first_submitted_at AS filed_at
FROM report r
WHERE r.scope = 'organ';
COMMENT ON VIEW own_report IS 'The reports that organs owe for themselves. filed: handed in and not taken or sent back; filed_at: when it was, as far as being in time goes.';

CREATE FUNCTION organ_standing(for_year integer, under text, today date)
  RETURNS TABLE (organ text, name text, region text, kind text, expected boolean, exempt boolean, filed boolean,
    extension date, due date, report bigint, state text, filed_at timestamptz, changed_at timestamptz, status text,
    days_late integer)
  LANGUAGE sql STABLE
AS $$
  SELECT e.organ,
    coalesce(e.name, (
      SELECT v.name FROM organ_version v WHERE v.organ = e.organ
      ORDER BY v.valid_from <= make_date($1, 12, 31) DESC, v.valid_from DESC LIMIT 1)),
    e.region,
    coalesce(e.kind, (
      SELECT v.kind FROM organ_version v WHERE v.organ = e.organ
      ORDER BY v.valid_from <= make_date($1, 12, 31) DESC, v.valid_from DESC LIMIT 1)),
    e.expected, e.exempt, e.filed, e.extension, e.due, e.report, e.state, e.filed_at, e.changed_at,
    CASE
      WHEN e.filed AND NOT e.expected THEN 'unexpected'
      WHEN e.exempt THEN 'exempt'
      WHEN e.filed AND e.filed_on <= e.due THEN 'onTime'
      WHEN e.filed THEN 'late'
      WHEN e.due < $3 THEN 'missing'
      ELSE 'pending'
    END,
    CASE
      WHEN NOT e.expected THEN NULL
      WHEN e.filed AND e.filed_on > e.due THEN e.filed_on - e.due
      WHEN NOT e.filed AND e.due < $3 THEN $3 - e.due
    END
  FROM (
    SELECT coalesce(x.organ, y.organ) AS organ, x.name, coalesce(y.region, x.region) AS region, x.kind,
      x.organ IS NOT NULL AND NOT x.exempt AS expected, coalesce(x.exempt, false) AS exempt,
      coalesce(y.filed, false) AS filed, x.extension, x.due, y.id AS report, y.state, y.filed_at, y.changed_at,
      CAST(y.filed_at AT TIME ZONE 'Asia/Shanghai' AS date) AS filed_on
    FROM organ_due($1, $2) x
    FULL JOIN (
      SELECT r.* FROM own_report r JOIN region_within w ON w.region = r.region AND w.within = $2 WHERE r.year = $1
    ) y ON y.organ = x.organ
  ) e
  WHERE e.expected OR e.exempt OR e.filed
$$;
COMMENT ON FUNCTION organ_standing(integer, text, date) IS 'Where each organ of a region, and of all below it, stands with its own report of a year, as of a day: the expected ones, the exempt ones, and those that filed without being expected. due is null for an organ that did not exist on 31 December.';
