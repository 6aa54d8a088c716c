-- Which revision of a report counts, said once. Functions that only compute; what reads tables is a view, through which the
-- planner sees.

CREATE FUNCTION is_filed(state text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN state IN ('submitted', 'accepted', 'published');
COMMENT ON FUNCTION is_filed(text) IS 'Whether a report in this state is handed in, and was not taken or sent back.';

CREATE FUNCTION counted_revision(basis text, state text, revision integer, published_revision integer) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE basis
    WHEN 'submitted' THEN CASE WHEN is_filed(state) THEN revision END
    WHEN 'accepted' THEN CASE WHEN state IN ('accepted', 'published') THEN revision END
    WHEN 'published' THEN published_revision
  END;
COMMENT ON FUNCTION counted_revision(text, text, integer, integer) IS
  'The revision of a report that is counted on a basis, or null: the newest one of what is filed, the newest one of what is accepted, or the one that the public sees.';

CREATE VIEW counted_report AS
SELECT b.basis, r.id AS report, counted_revision(b.basis, r.state, r.revision, r.published_revision) AS revision, r.organ,
  r.year, r.region, r.kind, r.expected,
  CASE WHEN counted_revision(b.basis, r.state, r.revision, r.published_revision) = r.revision THEN r.editions ELSE (
    SELECT v.editions FROM revision v WHERE v.report = r.id AND v.number = r.published_revision) END AS editions,
  r.unexplained, r.waived
FROM report r
CROSS JOIN (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
WHERE r.scope = 'organ' AND counted_revision(b.basis, r.state, r.revision, r.published_revision) IS NOT NULL;
COMMENT ON VIEW counted_report IS
  'The reports of organs that are counted, on each basis: basis, report and the revision that counts. Regions, kinds and what is expected are those of the registry of today.';

CREATE OR REPLACE VIEW own_report AS
SELECT r.id, r.organ, r.year, r.region, r.state, r.changed_at, is_filed(r.state) AS filed, r.first_submitted_at AS filed_at
FROM report r
WHERE r.scope = 'organ';

CREATE VIEW organ_duty AS
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
COMMENT ON VIEW organ_duty IS
  'What duty has to say of organs, by the registry. An organ existed on 31 December of the year in which a version begins, unless the version ends in that year. Ask for some organs.';
