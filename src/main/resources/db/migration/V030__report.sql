CREATE TABLE cell (
  id   smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  path text NOT NULL UNIQUE
);
COMMENT ON TABLE cell IS
  'The leaf cells of all editions of the form, numbered for storage. Filled from the form files at start; a number is never used again for another path.';
COMMENT ON COLUMN cell.path IS
  'As in the JSON of a report: applications.received.naturalPerson. Editions share a path where they mean the same.';

CREATE TABLE report (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organ         text        NOT NULL REFERENCES organ,
  year          smallint    NOT NULL CHECK (year BETWEEN 2008 AND 2100),
  scope         text        NOT NULL CHECK (scope IN ('organ', 'level', 'area')),
  state         text        NOT NULL CHECK (state IN ('draft', 'submitted')),
  region        text        NOT NULL REFERENCES region,
  revision      integer     NOT NULL CHECK (revision > 0),
  edit          integer     NOT NULL CHECK (edit > 0),
  editions      jsonb       NOT NULL,
  findings      jsonb       NOT NULL,
  year_findings jsonb       NOT NULL,
  created_at    timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  submitted_at  timestamptz,
  UNIQUE (organ, year, scope)
);
CREATE INDEX report_by_region ON report (region, year, scope);
CREATE INDEX report_by_year ON report (year, scope, state);
COMMENT ON TABLE report IS
  'What one organ files for one year in one scope: where it stands. What it says is in revision.';
COMMENT ON COLUMN report.region IS
  'The region that the organ belonged to in the report year; follows when the registry is corrected.';
COMMENT ON COLUMN report.revision is 'The number of the newest revision.';
COMMENT ON COLUMN report.edit IS
  'Counts every change of content or state; the part of the ETag that If-Match is compared with.';
COMMENT ON COLUMN report.editions is 'Per section the edition of the form that it follows.';
COMMENT ON COLUMN report.findings is 'What the rules say of the newest revision alone.';
COMMENT ON COLUMN report.year_findings IS
  'What the rules across years say of the newest revision; renewed when last year''s report changes.';

CREATE TABLE revision (
  report   bigint      NOT NULL REFERENCES report,
  number   integer     NOT NULL CHECK (number > 0),
  document text        NOT NULL,
  digest   bytea       NOT NULL CHECK (length(digest) = 32),
  editions jsonb       NOT NULL,
  findings jsonb       NOT NULL,
  author   text        NOT NULL,
  reason   text,
  made_at  timestamptz NOT NULL,
  PRIMARY KEY (report, number)
);
COMMENT ON TABLE revision is 'One immutable state of a report''s content. Written once, never changed.';
COMMENT ON COLUMN revision.document is 'The JSON as it was sent, to the letter.';
COMMENT ON COLUMN revision.digest is 'SHA-256 of the canonical JSON (RFC 8785) of the document.';
COMMENT ON COLUMN revision.findings is 'What all rules said at the time.';
COMMENT ON COLUMN revision.author is 'Who filed it: the prefix and label of the API key.';

CREATE TABLE receipt (
  number      text        PRIMARY KEY,
  report      bigint      NOT NULL,
  revision    integer     NOT NULL,
  digest      bytea       NOT NULL,
  received_at timestamptz NOT NULL,
  FOREIGN KEY (report, revision) REFERENCES revision,
  UNIQUE (report, revision)
);
COMMENT ON TABLE receipt is 'Proof of a submission.';

CREATE TABLE figure (
  report bigint   NOT NULL REFERENCES report,
  cell   smallint NOT NULL REFERENCES cell,
  number numeric,
  blank  boolean  NOT NULL,
  PRIMARY KEY (report, cell),
  CHECK (NOT (blank AND number is NOT NULL))
);
COMMENT ON TABLE figure IS
  'The leaf cells of every report that rollups may count, as of its newest revision. A stated 0 needs no row; neither number nor blank: not applicable.';
COMMENT ON COLUMN figure.blank is 'Nothing was stated. Never the same as 0.';

CREATE TABLE publication (
  report      bigint   NOT NULL REFERENCES report,
  position    smallint NOT NULL,
  channel     text,
  unit        text     NOT NULL CHECK (unit IN ('item', 'event', 'issue', 'place')),
  count       numeric,
  approximate boolean  NOT NULL,
  PRIMARY KEY (report, position)
);
COMMENT ON TABLE publication IS
  'Items published per channel, of every report that rollups may count, as of its newest revision.';
COMMENT ON COLUMN publication.channel is 'Null: the stated total over all channels.';
COMMENT ON COLUMN publication.count is 'Null: blank.';

-- A single statement that the planner inlines; it holds no logic of its own.
CREATE FUNCTION region_place(under text)
  RETURNS TABLE (region text, below text)
  LANGUAGE sql STABLE
AS $$
  SELECT w.region, coalesce(child.within, $1)
  FROM region_within w
  LEFT JOIN (region_within child JOIN region c ON c.code = child.within AND c.parent = $1)
    ON child.region = w.region
  WHERE w.within = $1
$$;
COMMENT ON FUNCTION region_place(text) IS
  'Each region within the one given, with what it counts under: the region directly below the one given, or that one itself.';
