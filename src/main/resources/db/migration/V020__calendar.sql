-- When reports are due, and who is let off. All dates are days in Asia/Shanghai, and the whole day counts.

CREATE TABLE calendar (
  region text NOT NULL,
  year smallint NOT NULL,
  revision bigint NOT NULL DEFAULT 0,
  author text NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT calendar_pkey PRIMARY KEY (region, year),
  CONSTRAINT calendar_region_fkey FOREIGN KEY (region) REFERENCES region,
  CONSTRAINT calendar_year_is_known CHECK (year >= 1949 AND year <= 2100)
);
COMMENT ON TABLE calendar IS 'What a region has said of the dates of a report year; its row is what a writer locks. The dates are in due_date.';
COMMENT ON COLUMN calendar.region IS 'The region that sets dates.';
COMMENT ON COLUMN calendar.year IS 'The report year; the dates are in the year after it.';
COMMENT ON COLUMN calendar.revision IS 'Counts changes; the ETag. 0: nothing was said yet.';
COMMENT ON COLUMN calendar.author IS 'Who changed it last: the prefix and label of the API key.';
COMMENT ON COLUMN calendar.changed_at IS 'When it was changed last.';

CREATE TABLE due_date (
  region text NOT NULL,
  year smallint NOT NULL,
  scope_group text NOT NULL,
  due date NOT NULL,
  CONSTRAINT due_date_pkey PRIMARY KEY (year, region, scope_group),
  CONSTRAINT due_date_region_year_fkey FOREIGN KEY (region, year) REFERENCES calendar,
  CONSTRAINT due_date_scope_group_is_known CHECK (scope_group IN ('organ', 'government')),
  CONSTRAINT due_date_is_after_the_year CHECK (due >= make_date(year + 1, 1, 1))
);
COMMENT ON TABLE due_date IS 'A last day that a region has set for itself and all below it. Of the legal date and all those of a region and the regions above it, the earliest is in force.';
COMMENT ON COLUMN due_date.region IS 'The region that has set it.';
COMMENT ON COLUMN due_date.year IS 'The report year.';
COMMENT ON COLUMN due_date.scope_group IS 'organ: reports of scope organ; government: reports of scopes level and area.';
COMMENT ON COLUMN due_date.due IS 'Last day, in Asia/Shanghai; the whole day counts.';

CREATE TABLE extension (
  organ text NOT NULL,
  year smallint NOT NULL,
  due date NOT NULL,
  reason text NOT NULL,
  author text NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT extension_pkey PRIMARY KEY (year, organ),
  CONSTRAINT extension_organ_fkey FOREIGN KEY (organ) REFERENCES organ,
  CONSTRAINT extension_year_is_known CHECK (year >= 1949 AND year <= 2100)
);
COMMENT ON TABLE extension IS 'More time for one organ to file its own report of one year. It never takes time away: the later of it and the date in force counts.';
COMMENT ON COLUMN extension.organ IS 'The organ that has more time.';
COMMENT ON COLUMN extension.year IS 'The report year.';
COMMENT ON COLUMN extension.due IS 'Last day, in Asia/Shanghai; the whole day counts.';
COMMENT ON COLUMN extension.reason IS 'Why, in words of the office.';
COMMENT ON COLUMN extension.author IS 'Who granted it: the prefix and label of the API key.';
COMMENT ON COLUMN extension.made_at IS 'When it was granted.';

CREATE TABLE exemption (
  organ text NOT NULL,
  year smallint NOT NULL,
  reason text NOT NULL,
  author text NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT exemption_pkey PRIMARY KEY (year, organ),
  CONSTRAINT exemption_organ_fkey FOREIGN KEY (organ) REFERENCES organ,
  CONSTRAINT exemption_year_is_known CHECK (year >= 1949 AND year <= 2100)
);
COMMENT ON TABLE exemption IS 'An organ of which no report of the year is expected although it existed on 31 December.';
COMMENT ON COLUMN exemption.organ IS 'The organ that is let off.';
COMMENT ON COLUMN exemption.year IS 'The report year.';
COMMENT ON COLUMN exemption.reason IS 'Why, in words of the office.';
COMMENT ON COLUMN exemption.author IS 'Who granted it: the prefix and label of the API key.';
COMMENT ON COLUMN exemption.made_at IS 'When it was granted.';

CREATE FUNCTION legal_due(for_year integer, scope_group text) RETURNS date
  LANGUAGE sql IMMUTABLE
AS $$
  SELECT CASE $2
    WHEN 'organ' THEN make_date($1 + 1, 1, 31)
    WHEN 'government' THEN make_date($1 + 1, 3, 31)
  END
$$;
COMMENT ON FUNCTION legal_due(integer, text) IS 'The last day by articles 49 and 50 of the Regulation on Open Government Information: 31 January of the next year for the report of an organ, 31 March for that of a government.';
