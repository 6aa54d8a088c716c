-- When reports are due, and who is let off. All dates are days in Asia/Shanghai, and the whole day counts.

CREATE FUNCTION legal_due(for_year integer, scope_group text) RETURNS date
  LANGUAGE sql IMMUTABLE
AS $$
  SELECT CASE $2
    WHEN 'organ' THEN make_date($1 + 1, 1, 31)
    WHEN 'government' THEN make_date($1 + 1, 3, 31)
  END
$$;
COMMENT ON FUNCTION legal_due(integer, text) IS 'The last day by articles 49 and 50 of the Regulation on Open Government Information: 31 January of the next year for the report of an organ, 31 March for that of a government.';

CREATE TABLE calendar (
  region text NOT NULL REFERENCES region,
  year smallint NOT NULL,
  revision bigint NOT NULL DEFAULT 0,
  author text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (region, year),
  CONSTRAINT calendar_year_is_known CHECK (year BETWEEN 1949 AND 2100)
);
COMMENT ON TABLE calendar IS 'What a region has said of the dates of a report year; its row is what a writer locks. The dates are in due_date.';
COMMENT ON COLUMN calendar.year IS 'The report year; the dates are in the year after it.';
COMMENT ON COLUMN calendar.revision IS 'Counts changes; the ETag. 0: nothing was said yet.';
COMMENT ON COLUMN calendar.author IS 'Who changed it last: the prefix and label of the API key.';

CREATE TABLE due_date (
  region text NOT NULL,
  year smallint NOT NULL,
  scope_group text NOT NULL,
  due date NOT NULL,
  PRIMARY KEY (year, region, scope_group),
  FOREIGN KEY (region, year) REFERENCES calendar,
  CONSTRAINT due_date_scope_group_is_known CHECK (scope_group IN ('organ', 'government')),
  CONSTRAINT due_date_is_after_the_year CHECK (due >= make_date(year + 1, 1, 1))
);
COMMENT ON TABLE due_date IS 'A last day that a region has set for itself and all below it. Of the legal date and all those of a region and the regions above it, the earliest is in force.';
COMMENT ON COLUMN due_date.scope_group IS 'organ: reports of scope organ; government: reports of scopes level and area.';

CREATE TABLE extension (
  organ text NOT NULL REFERENCES organ,
  year smallint NOT NULL,
  due date NOT NULL,
  reason text NOT NULL,
  author text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (year, organ),
  CONSTRAINT extension_year_is_known CHECK (year BETWEEN 1949 AND 2100)
);
COMMENT ON TABLE extension IS 'More time for one organ to file its own report of one year. It never takes time away: the later of it and the date in force counts.';
COMMENT ON COLUMN extension.author IS 'Who granted it: the prefix and label of the API key.';

CREATE TABLE exemption (
  organ text NOT NULL REFERENCES organ,
  year smallint NOT NULL,
  reason text NOT NULL,
  author text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (year, organ),
  CONSTRAINT exemption_year_is_known CHECK (year BETWEEN 1949 AND 2100)
);
COMMENT ON TABLE exemption IS 'An organ of which no report of the year is expected although it existed on 31 December.';
COMMENT ON COLUMN exemption.author IS 'Who granted it: the prefix and label of the API key.';

-- All that follow are single statements that the planner inlines; they hold no logic of their own.

CREATE OR REPLACE FUNCTION organ_in_year(for_year integer)
  RETURNS TABLE (organ text, name text, region text, kind text, successor text, valid_from date, valid_to date,
    expected boolean)
  LANGUAGE sql STABLE
AS $$
  SELECT v.organ, v.name, v.region, v.kind, v.successor, v.valid_from, v.valid_to,
    v.valid_to > make_date($1, 12, 31)
      AND NOT EXISTS (SELECT 1 FROM exemption x WHERE x.organ = v.organ AND x.year = $1)
  FROM organ_version v
  WHERE v.valid_from <= make_date($1, 12, 31)
    AND v.valid_to > make_date($1, 1, 1)
    AND NOT EXISTS (
      SELECT 1 FROM organ_version later
      WHERE later.organ = v.organ
        AND later.valid_from > v.valid_from
        AND later.valid_from <= make_date($1, 12, 31))
$$;
COMMENT ON FUNCTION organ_in_year(integer) IS 'Each organ of a year once, as it was on 31 December, or, where it was closed during the year, as it last was. expected says whether a report is expected: it existed on 31 December and is not exempt.';

CREATE OR REPLACE FUNCTION organ_expected(for_year integer, under text)
  RETURNS TABLE (organ text, name text, region text, kind text)
  LANGUAGE sql STABLE
AS $$
  SELECT v.organ, v.name, v.region, v.kind
  FROM region_within w
  JOIN organ_version v ON v.region = w.region
  WHERE w.within = $2
    AND v.valid_from <= make_date($1, 12, 31)
    AND v.valid_to > make_date($1, 12, 31)
    AND NOT EXISTS (SELECT 1 FROM exemption x WHERE x.organ = v.organ AND x.year = $1)
$$;
COMMENT ON FUNCTION organ_expected(integer, text) IS 'The organs of a region and of all below it of which a report for the year is expected: those that existed on 31 December and are not exempt.';

CREATE FUNCTION region_due(for_year integer, under text)
  RETURNS TABLE (region text, organ_due date, government_due date)
  LANGUAGE sql STABLE
AS $$
  SELECT w.region,
    least(legal_due($1, 'organ'), min(d.due) FILTER (WHERE d.scope_group = 'organ')),
    least(legal_due($1, 'government'), min(d.due) FILTER (WHERE d.scope_group = 'government'))
  FROM region_within w
  LEFT JOIN (region_within above JOIN due_date d ON d.region = above.within AND d.year = $1)
    ON above.region = w.region
  WHERE w.within = $2
  GROUP BY w.region
$$;
COMMENT ON FUNCTION region_due(integer, text) IS 'The dates in force in a region and in each below it: the earliest of the legal one and all those set there and above.';

CREATE FUNCTION organ_due(for_year integer, under text)
  RETURNS TABLE (organ text, name text, region text, kind text, exempt boolean, extension date, due date,
    government_due date)
  LANGUAGE sql STABLE
AS $$
  SELECT v.organ, v.name, v.region, v.kind, x.organ IS NOT NULL, t.due, greatest(d.organ_due, t.due), d.government_due
  FROM region_due($1, $2) d
  JOIN organ_version v ON v.region = d.region
  LEFT JOIN extension t ON t.organ = v.organ AND t.year = $1
  LEFT JOIN exemption x ON x.organ = v.organ AND x.year = $1
  WHERE v.valid_from <= make_date($1, 12, 31)
    AND v.valid_to > make_date($1, 12, 31)
$$;
COMMENT ON FUNCTION organ_due(integer, text) IS 'Each organ of a region and of all below it that existed on 31 December, exempt ones included, with the last days for its own report (due, an extension counted) and for its government''s.';
