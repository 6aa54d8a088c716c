-- An organ's keys and drafts are in the hands of the office where the organ is today. The newest version of an organ may
-- begin only years from now, so a place is always asked for with a day: the day in Asia/Shanghai that the service says.

-- Single statements that the planner inlines; they hold no logic of their own.

CREATE FUNCTION organ_region_on(of_organ text, on_day date) RETURNS TABLE (region text)
  LANGUAGE sql STABLE
AS $$
  SELECT v.region FROM organ_version v
  WHERE v.organ = $1
  ORDER BY (v.valid_from <= $2) DESC, CASE WHEN v.valid_from <= $2 THEN v.valid_from END DESC, v.valid_from
  LIMIT 1
$$;
COMMENT ON FUNCTION organ_region_on(text, date) IS 'Where an organ is on a day; where it was at last, if it has ended by then; where it will be first, if it has not begun.';

DROP FUNCTION api_key_matching(text, text, text, text);
DROP VIEW api_key_placed;

CREATE FUNCTION api_key_placed(on_day date)
  RETURNS TABLE (id uuid, prefix text, digest bytea, role text, organ text, region text, place text, label text,
    created_at timestamptz, created_by text, expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz,
    revoked_by text, rotated_from uuid)
  LANGUAGE sql STABLE
AS $$
  SELECT k.id, k.prefix, k.digest, k.role, k.organ, k.region,
    coalesce(k.region, (SELECT p.region FROM organ_region_on(k.organ, $1) AS p)),
    k.label, k.created_at, coalesce(maker.prefix, k.created_by_name), k.expires_at, k.revoked_at, k.last_used_at,
    coalesce(revoker.prefix, k.revoked_by_name), k.rotated_from
  FROM api_key k
    LEFT JOIN api_key maker ON maker.id = k.created_by
    LEFT JOIN api_key revoker ON revoker.id = k.revoked_by
$$;
COMMENT ON FUNCTION api_key_placed(date) IS 'Each key with its place on a day: its region or, for an organ''s key, where the organ is then. Whoever keeps that region keeps the key, from the day on which the organ moves.';

CREATE FUNCTION api_key_matching(of_role text, of_organ text, under text, keeper text, on_day date)
  RETURNS TABLE (id uuid, prefix text, digest bytea, role text, organ text, region text, place text, label text,
    created_at timestamptz, created_by text, expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz,
    revoked_by text, rotated_from uuid)
  LANGUAGE sql STABLE
AS $$
  SELECT k.* FROM api_key_placed($5) AS k
  WHERE ($1 IS NULL OR k.role = $1)
    AND ($2 IS NULL OR k.organ = $2)
    AND ($3 IS NULL OR EXISTS (SELECT 1 FROM region_within w WHERE w.region = k.place AND w.within = $3))
    AND ($4 IS NULL OR k.role IN ('organ', 'reader')
      AND EXISTS (SELECT 1 FROM region_within w WHERE w.region = k.place AND w.within = $4))
$$;
COMMENT ON FUNCTION api_key_matching(text, text, text, text, date) IS 'Keys by role, organ and region (with all below), and, for an office that keeps keys of its region, only those that it keeps; null: any. Places are those of the day.';

CREATE FUNCTION report_in_charge(office text, on_day date) RETURNS TABLE (report bigint)
  LANGUAGE sql STABLE
AS $$
  SELECT r.id FROM region_within w
  JOIN report r ON r.region = w.region
  WHERE w.within = $1
    AND (r.state <> 'draft' AND r.year < extract(year FROM $2)::integer
      OR EXISTS (
        SELECT FROM organ_region_on(r.organ, $2) AS p
        JOIN region_within now ON now.region = p.region WHERE now.within = $1))
  UNION ALL
  SELECT r.id FROM region_within w
  JOIN organ_version v ON v.region = w.region
  JOIN report r ON r.organ = v.organ
  WHERE w.within = $1
    AND (r.state = 'draft' OR r.year >= extract(year FROM $2)::integer)
    AND r.region NOT IN (SELECT own.region FROM region_within own WHERE own.within = $1)
    AND EXISTS (SELECT FROM organ_version other WHERE other.organ = v.organ AND other.valid_from <> v.valid_from)
    AND v.valid_from = (
      SELECT o.valid_from FROM organ_version o
      WHERE o.organ = v.organ
      ORDER BY (o.valid_from <= $2) DESC, CASE WHEN o.valid_from <= $2 THEN o.valid_from END DESC, o.valid_from
      LIMIT 1)
$$;
COMMENT ON FUNCTION report_in_charge(text, date) IS 'The reports that an office may read: of years that are over those that were handed in in its region and below; drafts, and reports of a year that is not over, where the organ is on the day.';
